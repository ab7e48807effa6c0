import WebSocket from 'ws';
import * as Y from 'yjs';
import { SYNC } from '../../shared/api/socket.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { barrierMessage, decodeFromServer, syncMessage, updateMessage } from '../server/room/test-client.ts';
import type { Witness } from './verdict.ts';

/** ClientID of everybody who bursts; each does it in a document of their own. */
export const BURST_CLIENT = 4_242;

/** As many updates of one character each, made once; frames ready to send. */
export function burstFrames(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = BURST_CLIENT;
  const frames: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => frames.push(updateMessage(update)));
  const text = doc.getText(TEXT_NAME);
  for (let k = 0; k < count; k += 1) text.insert(text.length, 'abcdefghij'[k % 10] as string);
  return frames;
}

export interface Line {
  readonly witness: Witness;
  readonly line: WebSocket;
  close(): void;
}

/**
 * Sends all frames as fast as the socket takes them, with a barrier behind every `every`th. `onAcknowledged` is told
 * how many updates are promised.
 */
export function burst(
  url: string,
  token: string,
  frames: readonly Uint8Array[],
  every: number,
  onAcknowledged: (updates: number) => void,
): Line {
  const witness = { name: 'who bursts', seen: new Y.Doc(), promised: Y.emptySnapshot };
  const line = openLine(url, token, witness.seen, {
    begun() {
      for (const [k, frame] of frames.entries()) {
        line.send(frame);
        if ((k + 1) % every === 0) line.send(barrierMessage(k + 1));
      }
    },
    acknowledged(updates) {
      witness.promised = Y.createSnapshot(Y.createDeleteSet(), new Map([[BURST_CLIENT, updates]]));
      onAcknowledged(updates);
    },
  });
  return { witness, line, close: () => line.terminate() };
}

/** Somebody who only reads along, and notes what there is to see; without a token nobody in particular. */
export function lookOn(url: string, token: string | null, onSeen: (seen: Y.Doc) => void): Line {
  const witness = { name: 'who looks on', seen: new Y.Doc(), promised: Y.emptySnapshot };
  witness.seen.on('update', () => onSeen(witness.seen));
  const line = openLine(url, token, witness.seen, {});
  return { witness, line, close: () => line.terminate() };
}

function openLine(
  url: string,
  token: string | null,
  seen: Y.Doc,
  { begun, acknowledged }: { begun?: () => void; acknowledged?: (updates: number) => void },
): WebSocket {
  const line = new WebSocket(url, token === null ? {} : { headers: { authorization: `Bearer ${token}` } });
  line.on('error', () => undefined);
  line.on('open', () => line.send(syncMessage(SYNC.step1, Y.encodeStateVector(seen))));
  line.on('message', (data: Buffer) => {
    const message = decodeFromServer(new Uint8Array(data));
    if (message.type === 'acknowledged') acknowledged?.(message.number);
    if (message.type !== 'sync') return;
    if (message.step === SYNC.step1) {
      // Nothing is here that the server lacks yet.
      line.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(new Y.Doc())));
      return;
    }
    Y.applyUpdate(seen, message.payload);
    if (message.step === SYNC.step2) begun?.();
  });
  return line;
}
