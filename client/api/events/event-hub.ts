import { comeBackAfter } from '../../../shared/api/come-back.ts';
import { CLOSE } from '../../../shared/api/socket.ts';
import type { DocumentEvent } from '../../../shared/model/event.ts';
import { createListeners, type Heard, type Listener, type ListenersPorts } from './listeners.ts';

export type { Heard } from './listeners.ts';

/** The one source of a document's events in this page. */
export interface EventHub {
  /** Calls `listener` until the answer is called. */
  listen(listener: Listener): () => void;
  /**
   * Takes the events from a line that is open anyway (that of the working text): no socket of our own is opened
   * meanwhile. `tell` passes on what that line hears.
   */
  feed(): { tell(heard: Heard): void; end(): void };
}

export interface HubPorts extends ListenersPorts {
  /** Opens the events socket. */
  open(): WebSocket;
  readonly clearTimer: (timer: unknown) => void;
  /** Calls `awake` when the page is looked at again, and `online` when the device has a network again. */
  watch(awake: () => void, online: () => void): () => void;
}

/** `WebSocket.CONNECTING`. */
const CONNECTING = 0;

/** How long a socket waits for a feed that makes it needless, and stays when the last listener leaves, in ms. */
const PATIENCE = 500;
/** A line that stood for this long, in ms, has proved itself: earlier failures count no more. */
const PROVED = 10_000;
/** A whole house has its network back in one instant: its browsers come back within this time, in ms. */
const HOUSE_BACK = 1_000;

export function createEventHub(ports: HubPorts): EventHub {
  const listeners = createListeners(ports);
  let feeds = 0;
  let socket: WebSocket | null = null;
  let timer: unknown = null;
  let proving: unknown = null;
  let attempts = 0;
  let stopWatching: (() => void) | null = null;

  const later = (act: () => void, ms: number): void => {
    if (timer !== null) ports.clearTimer(timer);
    timer = ports.setTimer(() => {
      timer = null;
      act();
    }, ms);
  };
  const stopProving = (): void => {
    if (proving !== null) ports.clearTimer(proving);
    proving = null;
  };
  const hangUp = (): void => {
    stopProving();
    const old = socket;
    socket = null;
    // Closing a socket that is still being opened is an error on the console.
    if (old?.readyState === CONNECTING) old.onopen = () => old.close();
    else old?.close();
  };
  const wanted = (): boolean => listeners.count() > 0 && feeds === 0;
  const tell = (heard: DocumentEvent): void => {
    listeners.tell(heard);
    if (changesAccess(heard)) listeners.tellInTurn('anew');
  };

  const connect = (): void => {
    if (socket !== null || !wanted()) return;
    const opened = ports.open();
    socket = opened;
    opened.onopen = () => {
      if (socket !== opened) return;
      proving = ports.setTimer(() => {
        attempts = 0;
      }, PROVED);
      listeners.tellInTurn('back');
    };
    opened.onmessage = ({ data }) => {
      if (socket === opened && typeof data === 'string') tell(JSON.parse(data) as DocumentEvent);
    };
    opened.onclose = ({ code }) => {
      if (socket !== opened) return;
      socket = null;
      stopProving();
      if (code === CLOSE.reauthorise) listeners.tellInTurn('anew');
      if (wanted()) later(connect, comeBackAfter(code, attempts++, ports.random()));
    };
  };
  const review = (): void => {
    if (listeners.count() > 0)
      stopWatching ??= ports.watch(
        () => listeners.tellInTurn('back'),
        () => {
          attempts = 0;
          hangUp();
          if (wanted()) later(connect, ports.random() * HOUSE_BACK);
        },
      );
    else {
      stopWatching?.();
      stopWatching = null;
    }
    if (wanted()) {
      if (socket === null && timer === null) later(connect, PATIENCE);
    } else if (socket !== null) {
      later(() => (wanted() ? connect() : hangUp()), PATIENCE);
    }
  };

  return {
    listen: (listener) => {
      const end = listeners.add(listener);
      review();
      return () => {
        end();
        review();
      };
    },
    feed: () => {
      feeds += 1;
      let open = true;
      hangUp();
      return {
        tell: (heard) => {
          if (!open) return;
          if (heard.kind === 'back' || heard.kind === 'anew') listeners.tellInTurn(heard.kind);
          else tell(heard);
        },
        end: () => {
          if (!open) return;
          open = false;
          feeds -= 1;
          review();
        },
      };
    },
  };
}

/** Who may see what is different from now on. A change of one's own membership closes the socket instead. */
const changesAccess = (heard: Heard): boolean => heard.kind === 'document-changed' && heard.audience;
