import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { LINE_BROKE } from '../../../shared/api/come-back.ts';
import {
  type AttendanceMessage,
  DEFLATE_PARAMETER,
  type EventMessage,
  MESSAGE,
  type PermissionsMessage,
  type RefusedMessage,
  SCHEMA_PARAMETER,
  SYNC,
} from '../../../shared/api/socket.ts';
import { SCHEMA_VERSION } from '../../../shared/text/marker.ts';
import { comingBack } from './coming-back.ts';
import { frameOrder } from './frame-order.ts';
import { readsPacked, unpackState } from './packed-state.ts';

/** What y-protocols tells of presence states, by clientID. */
interface PresenceChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/** What a connection hears. Only one connection is open at a time; `opened` begins a new one. */
export interface WireListener {
  opened(): void;
  permissions(message: PermissionsMessage): void;
  /** The server's sync step 1: what it holds. */
  serverHolds(stateVector: Uint8Array): void;
  /** An update from the server; `answer` when it is the answer to our own sync step 1. */
  update(update: Uint8Array, answer: boolean): void;
  acknowledged(barrier: number): void;
  event(message: EventMessage): void;
  attendance(message: AttendanceMessage): void;
  refused(message: RefusedMessage): void;
  /** Answers whether to come back by itself. `code` 1006 stands for a connection that just broke. */
  closed(code: number): 'again' | 'stay-away';
}

/** One socket at a time to one text. Sends nothing by itself but our sync step 1 and presence. */
export interface Wire {
  sendAnswer(update: Uint8Array): void;
  sendUpdate(update: Uint8Array): void;
  sendBarrier(barrier: number): void;
  /** Bytes handed over that have not left this device yet. */
  waiting(): number;
  /** Connects now: at once when down, afresh when up. */
  restart(): void;
  /** The same when the network seems to be back, within a second; but a server that asked for rest gets it. */
  wake(): void;
  /** Hangs up and comes back after a while. */
  retry(): void;
  /** Hangs up until `restart`. */
  pause(): void;
  close(): void;
}

export interface WireOptions {
  readonly origin: string;
  readonly documentId: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly webSocket?: typeof WebSocket;
  readonly random: () => number;
}

/**
 * The socket, on y-websocket's provider: it opens, watches and presents; what is sent of the text is decided by
 * whoever holds the wire, because words may go out only after the server has said that this person may write.
 * BroadcastChannel stays off: it would hand one window's unsent words to another window, which may be signed in
 * as somebody else, and would call words saved that only a neighbour has seen.
 */
export function openWire(options: WireOptions, listener: WireListener): Wire {
  const { doc, awareness } = options;
  const provider = new WebsocketProvider(
    `${options.origin.replace(/^http/, 'ws')}/sync`,
    options.documentId,
    doc,
    {
      connect: false,
      awareness,
      disableBc: true,
      params: {
        [SCHEMA_PARAMETER]: String(SCHEMA_VERSION),
        ...(readsPacked() ? { [DEFLATE_PARAMETER]: '1' } : {}),
      },
      // Coming back is decided here, with jitter; the provider's own retry has none.
      shouldReconnect: () => false,
      ...(options.webSocket === undefined ? {} : { WebSocketPolyfill: options.webSocket }),
    },
  );
  // The provider would send every local update at once (pinned to 3.1.0; a test fails if this stops holding).
  doc.off('update', provider._updateHandler);
  // It would also send back to the server whatever presence it hears: every reader every caret.
  awareness.off('update', provider._awarenessUpdateHandler);
  awareness.on('update', ({ added, updated, removed }: PresenceChange) => {
    const own = [...added, ...updated, ...removed].filter((client) => client === awareness.clientID);
    if (own.length > 0)
      send(MESSAGE.awareness, (encoder) =>
        encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, own)),
      );
  });

  let closedForGood = false;
  let hangingUp: 'again' | 'stay-away' | null = null;

  const json = (decoder: decoding.Decoder): unknown => JSON.parse(decoding.readVarString(decoder));
  const order = frameOrder();
  const hear = (type: number, act: (decoder: decoding.Decoder) => void): void => {
    provider.messageHandlers[type] = (_encoder, decoder) => order.hear(() => act(decoder));
  };
  hear(MESSAGE.sync, (decoder) => {
    const kind = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (kind === SYNC.step1) listener.serverHolds(payload);
    else listener.update(payload, kind === SYNC.step2);
  });
  hear(MESSAGE.packedState, (decoder) => {
    const packed = decoding.readTailAsUint8Array(decoder);
    order.hold(
      unpackState(packed).then(
        (update) => () => listener.update(update, true),
        () => askForPlain,
      ),
    );
  });
  /** R63: what cannot be unpacked is asked for anew, without packing. */
  const askForPlain = (): void => {
    delete provider.params[DEFLATE_PARAMETER];
    back.afresh();
  };
  hear(MESSAGE.acknowledged, (decoder) => {
    back.proved();
    listener.acknowledged(decoding.readVarUint(decoder));
  });
  hear(MESSAGE.permissions, (decoder) => listener.permissions(json(decoder) as PermissionsMessage));
  hear(MESSAGE.event, (decoder) => listener.event(json(decoder) as EventMessage));
  hear(MESSAGE.attendance, (decoder) => listener.attendance(json(decoder) as AttendanceMessage));
  // At once: the line closes behind it, and what waits is forgotten then.
  provider.messageHandlers[MESSAGE.refused] = (_encoder, decoder) =>
    listener.refused(json(decoder) as RefusedMessage);

  const connect = (): void => {
    if (!closedForGood) provider.connect();
  };
  // The provider says good-bye for `doc.clientID`, which Yjs changes when it meets its own id in others' words;
  // y-protocols then fails on an id it never presented.
  const expectGoodbye = (): void => {
    if (!awareness.meta.has(doc.clientID)) awareness.meta.set(doc.clientID, { clock: 0, lastUpdated: 0 });
  };
  const disconnect = (): void => {
    expectGoodbye();
    provider.disconnect();
  };
  const back = comingBack(
    connect,
    () => {
      hangUp('stay-away');
      connect();
    },
    options.random,
  );
  const hangUp = (then: 'again' | 'stay-away'): void => {
    back.cancel();
    hangingUp = then;
    disconnect();
    hangingUp = null;
  };
  provider.on('status', ({ status }) => {
    if (status !== 'connected') return;
    order.forget();
    back.opened();
    listener.opened();
  });
  provider.on('connection-close', (event) => {
    if (closedForGood) return;
    const code = event?.code ?? LINE_BROKE;
    // Coming back is decided here, also where the provider closes a line that it calls dead.
    provider.shouldConnect = false;
    order.forget();
    const wanted = listener.closed(code);
    back.ended(code, (hangingUp ?? wanted) === 'again');
  });
  connect();

  const send = (type: number, write: (encoder: encoding.Encoder) => void): void => {
    const socket = provider.ws;
    if (socket === null || socket.readyState !== socket.OPEN) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    write(encoder);
    socket.send(encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>);
  };
  const sendSync = (kind: number, update: Uint8Array): void =>
    send(MESSAGE.sync, (encoder) => {
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, update);
    });
  return {
    sendAnswer: (update) => sendSync(SYNC.step2, update),
    sendUpdate: (update) => sendSync(SYNC.update, update),
    sendBarrier: (barrier) => send(MESSAGE.barrier, (encoder) => encoding.writeVarUint(encoder, barrier)),
    waiting: () => provider.ws?.bufferedAmount ?? 0,
    restart: back.afresh,
    wake: back.wake,
    retry: () => hangUp('again'),
    pause: () => hangUp('stay-away'),
    close: () => {
      closedForGood = true;
      back.cancel();
      order.forget();
      expectGoodbye();
      provider.destroy();
    },
  };
}
