import * as Y from 'yjs';
import { TEXT_NAME } from '../../../../shared/text/marker.ts';
import { createRandom } from '../../../sim/random.ts';

/** What one person typed offline: a character an update, in words at differing places. */
export function typeAhead(
  start: Y.Doc,
  count: number,
  seed: number,
): { readonly doc: Y.Doc; readonly updates: readonly Uint8Array[] } {
  const random = createRandom(seed);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(start));
  doc.clientID = start.clientID;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText(TEXT_NAME);
  for (let index = 1; updates.length < count; index += 1) {
    if (random.chance(0.15)) index = 1 + random.below(text.length - 1);
    text.insert(Math.min(index, text.length), String.fromCharCode(97 + random.below(26)));
  }
  return { doc, updates };
}
