import WebSocket from 'ws';
import * as Y from 'yjs';
import { SYNC } from '../../shared/api/socket.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import {
  awarenessMessage,
  barrierMessage,
  decodeFromServer,
  syncMessage,
  updateMessage,
} from '../server/room/test-client.ts';
import type { Witness } from './verdict.ts';

/** Somebody in a room over a real socket, who does only what a test says. */
export interface Drafter {
  /** Only what the server has sent. */
  readonly witness: Witness;
  /** Resolves when the text has come. */
  readonly entered: Promise<void>;
  /** Writes at the end, and asks to be told when that is kept. Answers its number. */
  write(words: string): number;
  /** The highest number that was acknowledged. */
  acknowledged(): number;
  /** Shows where the caret is. */
  moveCaret(at: number): void;
  /** Where others show theirs, by clientID. */
  readonly carets: ReadonlyMap<number, unknown>;
  /** Resolves when a ping is answered. */
  ping(): Promise<void>;
  words(): string;
  leave(): void;
}

export function sitDownAlone(url: string, token: string, clientId: number): Drafter {
  const own = new Y.Doc();
  own.clientID = clientId;
  const seen = new Y.Doc();
  const witness = { name: `clientID ${clientId}`, seen, promised: Y.emptySnapshot };
  const carets = new Map<number, unknown>();
  const atBarrier = new Map<number, Y.Snapshot>();
  let [barriers, acknowledged, clock] = [0, 0, 0];
  const line = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } });
  let entered = (): void => undefined;
  own.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') line.send(updateMessage(update));
  });
  line.on('error', () => undefined);
  line.on('open', () => line.send(syncMessage(SYNC.step1, Y.encodeStateVector(own))));
  line.on('message', (data: Buffer) => {
    const message = decodeFromServer(new Uint8Array(data));
    if (message.type === 'awareness')
      for (const { client, state } of message.entries)
        carets.set(client, (state as { cursor?: unknown } | null)?.cursor);
    if (message.type === 'acknowledged') {
      acknowledged = message.number;
      witness.promised = atBarrier.get(acknowledged) ?? witness.promised;
    }
    if (message.type !== 'sync') return;
    if (message.step === SYNC.step1) {
      line.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(own, message.payload)));
      return;
    }
    for (const doc of [own, seen]) Y.applyUpdate(doc, message.payload, 'server');
    if (message.step === SYNC.step2) entered();
  });
  return {
    witness,
    entered: new Promise((resolve) => {
      entered = resolve;
    }),
    write(words) {
      const text = own.getText(TEXT_NAME);
      text.insert(text.length, words);
      barriers += 1;
      atBarrier.set(barriers, Y.snapshot(own));
      line.send(barrierMessage(barriers));
      return barriers;
    },
    acknowledged: () => acknowledged,
    moveCaret(at) {
      clock += 1;
      line.send(awarenessMessage(clientId, clock, { cursor: at }));
    },
    carets,
    ping: () =>
      new Promise((resolve) => {
        line.once('pong', () => resolve());
        line.ping();
      }),
    words: () => seen.getText(TEXT_NAME).toString(),
    leave: () => line.terminate(),
  };
}
