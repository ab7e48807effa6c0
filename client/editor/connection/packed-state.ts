import * as Y from 'yjs';
import { INFLATED_BYTES } from '../../../shared/api/socket.ts';

/** Whether this browser can read the packed form (Safari from 16.4, Firefox from 113, Chromium from 103). */
export function readsPacked(): boolean {
  try {
    return new DecompressionStream('deflate-raw') !== null;
  } catch {
    return false;
  }
}

/**
 * The update, in encoding version 1, that message 106 holds (R63). Rejects what is not deflated, is no update, or
 * inflates to more than `most` bytes.
 */
export async function unpackState(packed: Uint8Array, most = INFLATED_BYTES): Promise<Uint8Array> {
  const inflating = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = inflating.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.length;
    if (length > most) {
      void reader.cancel();
      throw new Error('a packed state is too large');
    }
    pieces.push(piece.value);
  }
  return Y.convertUpdateFormatV2ToV1(new Uint8Array(await new Blob(pieces).arrayBuffer()));
}
