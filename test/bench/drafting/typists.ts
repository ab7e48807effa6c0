import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { MESSAGE, SYNC } from '../../../shared/api/socket.ts';
import { TEXT_NAME } from '../../../shared/text/marker.ts';

/** Somebody who types one character after the other, with a caret that moves along. */
export interface Typist {
  /** Types at about this pace until the answer is called. `random`: 0 to 1. */
  type(keysPerSecond: number, random: () => number): () => void;
  /** Characters typed so far. */
  typed(): number;
  leave(): void;
}

const WORDS = 'and recognises the need to strengthen cooperation at all levels ';

/**
 * Enters a working text as whoever holds the token, and goes to the middle of the `place`-th part of the text (0 to 1).
 * What others write is not read: a typist costs nothing but what it types.
 */
export async function enterTypist(
  origin: string,
  documentId: string,
  token: string,
  place: number,
): Promise<Typist> {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/sync/${documentId}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const send = (type: number, write: (encoder: encoding.Encoder) => void): void => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    write(encoder);
    socket.send(encoding.toUint8Array(encoder));
  };
  const sendSync = (kind: number, payload: Uint8Array): void =>
    send(MESSAGE.sync, (encoder) => {
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, payload);
    });
  await new Promise<void>((resolve, reject) => {
    socket.on('open', () => sendSync(SYNC.step1, Y.encodeStateVector(doc)));
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
    const hear = (data: Buffer): void => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      if (decoding.readVarUint(decoder) !== MESSAGE.sync) return;
      const kind = decoding.readVarUint(decoder);
      if (kind !== SYNC.step2) return;
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
      socket.off('message', hear);
      resolve();
    };
    socket.on('message', hear);
  });
  const text = doc.getText(TEXT_NAME);
  doc.on('update', (update: Uint8Array) => sendSync(SYNC.update, update));
  let index = Math.floor(place * text.length);
  let typed = 0;
  const key = (): void => {
    text.insert(index, WORDS[typed % WORDS.length] as string);
    typed += 1;
    index += 1;
    const caret = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, -1));
    awareness.setLocalStateField('cursor', { anchor: caret, head: caret });
    send(MESSAGE.awareness, (encoder) =>
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID])),
    );
  };
  return {
    typed: () => typed,
    type: (keysPerSecond, random) => {
      let timer: ReturnType<typeof setTimeout>;
      const next = (): void => {
        timer = setTimeout(
          () => {
            key();
            next();
          },
          (2_000 / keysPerSecond) * random(),
        );
      };
      next();
      return () => clearTimeout(timer);
    },
    leave: () => {
      socket.removeAllListeners('close');
      socket.close();
      awareness.destroy();
    },
  };
}
