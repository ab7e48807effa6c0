import WebSocket from 'ws';
import * as Y from 'yjs';
import { MESSAGE, SYNC } from '../../shared/api/socket.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import {
  awarenessMessage,
  barrierMessage,
  decodeFromServer,
  syncMessage,
  updateMessage,
} from '../server/room/test-client.ts';
import type { Random } from '../sim/random.ts';
import { mutateFrame } from './mutate.ts';

/** What is done to a session on its way. */
export const MUTILATIONS = ['garbage', 'truncated', 'replayed', 'reordered', 'duplicated'] as const;
export type Mutilation = (typeof MUTILATIONS)[number];

/** How a session ended: the code it was closed with, or null when its last barrier was acknowledged. */
export interface Ending {
  readonly code: number | null;
  /** Characters that the session brought, in order, had nothing been done to it. */
  readonly words: string;
}

/** The session of somebody who writes `words` at the end of the text, one character a frame, and shows a caret. */
function session(doc: Y.Doc, words: string): Uint8Array[] {
  const frames: Uint8Array[] = [];
  const take = (update: Uint8Array): void => void frames.push(updateMessage(update));
  doc.on('update', take);
  const text = doc.getText(TEXT_NAME);
  for (const [k, character] of [...words].entries()) {
    text.insert(text.length, character);
    if (k % 5 === 0) frames.push(awarenessMessage(doc.clientID, k + 1, { cursor: null }));
  }
  doc.off('update', take);
  return frames;
}

export function mutilate(
  random: Random,
  frames: readonly Uint8Array[],
  how: Mutilation,
): readonly Uint8Array[] {
  switch (how) {
    case 'garbage':
      return frames.map((frame) => (random.chance(0.2) ? mutateFrame(random, frame, frames) : frame));
    case 'truncated':
      return frames.map((frame) =>
        random.chance(0.1) ? frame.subarray(0, random.below(frame.length)) : frame,
      );
    case 'replayed':
      return [...frames, ...frames];
    case 'duplicated':
      return frames.flatMap((frame) => [frame, frame]);
    case 'reordered': {
      const left = [...frames];
      return frames.map(() => left.splice(random.below(left.length), 1)[0] as Uint8Array);
    }
  }
}

/** Enters, writes a mutilated session and asks to be told when it is durable. */
export function offend(
  url: string,
  token: string,
  random: Random,
  words: string,
  how: Mutilation,
): Promise<Ending> {
  const line = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } });
  const doc = new Y.Doc();
  // Of its own for every session, and nobody else's.
  doc.clientID = 1_000_000 + random.below(1_000_000_000);
  const barrier = 1;
  return new Promise((resolve) => {
    line.on('error', () => undefined);
    line.on('close', (code) => resolve({ code, words }));
    line.on('open', () => line.send(syncMessage(SYNC.step1, Y.encodeStateVector(doc))));
    line.on('message', (data: Buffer) => {
      const message = decodeFromServer(new Uint8Array(data));
      if (message.type === 'acknowledged' && message.number === barrier) {
        resolve({ code: null, words });
        line.terminate();
      }
      if (message.type !== 'sync') return;
      if (message.step === SYNC.step1) {
        line.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc, message.payload)));
        return;
      }
      Y.applyUpdate(doc, message.payload);
      if (message.step !== SYNC.step2) return;
      for (const frame of mutilate(random, session(doc, words), how)) line.send(frame);
      line.send(barrierMessage(barrier));
      line.send(Uint8Array.of(MESSAGE.queryAwareness));
    });
  });
}
