import { inflateRawSync } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Visitor } from '../../../server/ports/gatekeeper.ts';
import type { SocketListener, SocketPort } from '../../../server/room/connection.ts';
import type { Rooms } from '../../../server/room/rooms.ts';
import { MESSAGE, SYNC } from '../../../shared/api/socket.ts';
import { TEXT_NAME } from '../../../shared/text/marker.ts';

/** One message from the server, decoded as far as tests look. */
export type Received =
  | { readonly type: 'sync'; readonly step: number; readonly payload: Uint8Array }
  | {
      readonly type: 'awareness';
      readonly entries: readonly { client: number; clock: number; state: unknown }[];
    }
  | { readonly type: 'packed'; readonly update: Uint8Array }
  | { readonly type: 'acknowledged'; readonly number: number }
  | { readonly type: 'json'; readonly message: number; readonly payload: Record<string, unknown> };

export function decodeFromServer(frame: Uint8Array): Received {
  const decoder = decoding.createDecoder(frame);
  const message = decoding.readVarUint(decoder);
  if (message === MESSAGE.sync)
    return {
      type: 'sync',
      step: decoding.readVarUint(decoder),
      payload: decoding.readVarUint8Array(decoder),
    };
  if (message === MESSAGE.awareness) {
    const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder));
    const entries = Array.from({ length: decoding.readVarUint(inner) }, () => ({
      client: decoding.readVarUint(inner),
      clock: decoding.readVarUint(inner),
      state: JSON.parse(decoding.readVarString(inner)) as unknown,
    }));
    return { type: 'awareness', entries };
  }
  if (message === MESSAGE.packedState)
    return { type: 'packed', update: inflateRawSync(decoding.readTailAsUint8Array(decoder)) };
  if (message === MESSAGE.acknowledged)
    return { type: 'acknowledged', number: decoding.readVarUint(decoder) };
  return { type: 'json', message, payload: JSON.parse(decoding.readVarString(decoder)) };
}

export const syncMessage = (step: number, payload: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
};
export const updateMessage = (update: Uint8Array): Uint8Array => syncMessage(SYNC.update, update);

export const barrierMessage = (number: number): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.barrier);
  encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
};

export const awarenessMessage = (client: number, clock: number, state: unknown): Uint8Array => {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, 1);
  encoding.writeVarUint(inner, client);
  encoding.writeVarUint(inner, clock);
  encoding.writeVarString(inner, JSON.stringify(state));
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
};

/** A socket whose other end is a test: keeps what was sent and how it was closed. */
export interface TestSocket extends SocketPort {
  readonly sent: Uint8Array[];
  closedWith: { readonly code: number; readonly reason: string } | null;
  /** What `buffered()` answers: raise it to play a network that takes nothing. */
  full: number;
}

export function createTestSocket(readsPacked = false): TestSocket {
  const socket: TestSocket = {
    sent: [],
    closedWith: null,
    full: 0,
    readsPacked,
    send: (frame) => {
      if (socket.closedWith === null) socket.sent.push(frame);
    },
    sendAll: (frames) => {
      for (const frame of frames) socket.send(frame);
    },
    buffered: () => socket.full,
    close: (code, reason) => {
      socket.closedWith ??= { code, reason };
    },
  };
  return socket;
}

let docs = 0;
/** A document whose clientID is the next number: conflicts are settled by clientIDs, so tests must not draw them. */
export function createDoc(): Y.Doc {
  docs += 1;
  const doc = new Y.Doc();
  doc.clientID = 1_000_000 + docs;
  return doc;
}

/**
 * A client over a test socket that does what a stock provider does, when told to: nothing is delivered by itself,
 * `deliver` hands it what has arrived.
 */
export interface TestClient {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly visitor: Visitor;
  readonly socket: TestSocket;
  readonly received: Received[];
  /** Highest barrier acknowledged. */
  acknowledged: number;
  send(frame: Uint8Array): void;
  /** Takes in what has arrived, or at most `most` frames of it, and answers it. Answers whether there was anything. */
  deliver(most?: number): boolean;
  /** Ends the line from the client's side and tells the room. */
  drop(): void;
}

export function connectClient(
  rooms: Pick<Rooms, 'connect'>,
  visitor: Visitor,
  doc: Y.Doc = createDoc(),
  readsPacked = false,
): TestClient {
  const socket = createTestSocket(readsPacked);
  const listener: SocketListener = rooms.connect(visitor.document.id, visitor, socket);
  const origin = { socket };
  let read = 0;
  let open = true;
  const send = (frame: Uint8Array): void => {
    if (open && socket.closedWith === null) listener.receive(frame);
  };
  const onUpdate = (update: Uint8Array, from: unknown): void => {
    if (from !== origin) send(updateMessage(update));
  };
  doc.on('update', onUpdate);
  const client: TestClient = {
    doc,
    text: doc.getText(TEXT_NAME),
    visitor,
    socket,
    received: [],
    acknowledged: -1,
    send,
    deliver(most = Number.POSITIVE_INFINITY) {
      const frames = socket.sent.slice(read, read + most);
      read += frames.length;
      for (const frame of frames) {
        const received = decodeFromServer(frame);
        client.received.push(received);
        if (received.type === 'acknowledged') client.acknowledged = received.number;
        if (received.type === 'packed') Y.applyUpdateV2(doc, received.update, origin);
        if (received.type !== 'sync') continue;
        if (received.step === SYNC.step1)
          send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc, received.payload)));
        else Y.applyUpdate(doc, received.payload, origin);
      }
      return frames.length > 0;
    },
    drop() {
      if (!open) return;
      open = false;
      doc.off('update', onUpdate);
      listener.closed();
    },
  };
  send(syncMessage(SYNC.step1, Y.encodeStateVector(doc)));
  return client;
}
