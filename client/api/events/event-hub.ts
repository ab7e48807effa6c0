import { CLOSE } from '../../../shared/api/socket.ts';
import type { DocumentEvent } from '../../../shared/model/event.ts';
import { comeBackAfter } from './backoff.ts';

/**
 * What listeners hear: an event of the document; `back`, when the line was down or is new, so that something may
 * have been missed; `anew`, when access may have changed and nothing known before counts.
 */
export type Heard = DocumentEvent | { readonly kind: 'back' } | { readonly kind: 'anew' };

/** The one source of a document's events in this page. */
export interface EventHub {
  /** Calls `listener` until the answer is called. */
  listen(listener: (heard: Heard) => void): () => void;
  /**
   * Takes the events from a line that is open anyway (that of the working text): no socket of our own is opened
   * meanwhile. `tell` passes on what that line hears.
   */
  feed(): { tell(heard: Heard): void; end(): void };
}

export interface HubPorts {
  /** Opens the events socket. */
  open(): WebSocket;
  readonly random: () => number;
  readonly setTimer: (act: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  /** Calls `awake` when the page is looked at again, and `online` when the device has a network again. */
  watch(awake: () => void, online: () => void): () => void;
}

/** `WebSocket.CONNECTING`. */
const CONNECTING = 0;

/** How long a socket waits for a feed that makes it needless, and stays when the last listener leaves, in ms. */
const PATIENCE = 500;

export function createEventHub(ports: HubPorts): EventHub {
  const listeners = new Set<(heard: Heard) => void>();
  let feeds = 0;
  let socket: WebSocket | null = null;
  let timer: unknown = null;
  let attempts = 0;
  let stopWatching: (() => void) | null = null;

  const tell = (heard: Heard): void => {
    for (const listener of [...listeners]) listener(heard);
  };
  const later = (act: () => void, ms: number): void => {
    if (timer !== null) ports.clearTimer(timer);
    timer = ports.setTimer(() => {
      timer = null;
      act();
    }, ms);
  };
  const hangUp = (): void => {
    const old = socket;
    socket = null;
    // Closing a socket that is still being opened is an error on the console.
    if (old?.readyState === CONNECTING) old.onopen = () => old.close();
    else old?.close();
  };
  const wanted = (): boolean => listeners.size > 0 && feeds === 0;

  const connect = (): void => {
    if (socket !== null || !wanted()) return;
    const opened = ports.open();
    socket = opened;
    opened.onopen = () => {
      if (socket !== opened) return;
      attempts = 0;
      tell({ kind: 'back' });
    };
    opened.onmessage = ({ data }) => {
      if (socket !== opened || typeof data !== 'string') return;
      const event = JSON.parse(data) as DocumentEvent;
      tell(event);
      if (changesAccess(event)) tell({ kind: 'anew' });
    };
    opened.onclose = ({ code }) => {
      if (socket !== opened) return;
      socket = null;
      if (code === CLOSE.reauthorise) tell({ kind: 'anew' });
      if (wanted()) later(connect, comeBackAfter(code, attempts++, ports.random()));
    };
  };
  const review = (): void => {
    if (listeners.size > 0)
      stopWatching ??= ports.watch(
        () => tell({ kind: 'back' }),
        () => {
          attempts = 0;
          hangUp();
          connect();
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
      listeners.add(listener);
      review();
      return () => {
        listeners.delete(listener);
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
          tell(heard);
          if (changesAccess(heard)) tell({ kind: 'anew' });
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
