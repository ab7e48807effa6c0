import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { leaveFormatting } from '../../../shared/text/leave-formatting.ts';

/** A reader's document that receives bold text, twice the same bold, and tells how often it wrote something itself. */
function reader(prepare: (doc: Y.Doc) => void): { readonly wrote: number; readonly delta: unknown } {
  const docs = [1, 2].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  const [one, two] = docs as [Y.Doc, Y.Doc];
  one.getText('text').insert(0, 'bold words');
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  const reading = Object.assign(new Y.Doc(), { clientID: 3 });
  prepare(reading);
  let wrote = 0;
  reading.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') wrote += 1;
  });
  const text = reading.getText('text');
  Y.applyUpdate(reading, Y.encodeStateAsUpdate(one), 'server');
  for (const doc of docs) doc.getText('text').format(0, 4, { bold: true });
  for (const doc of docs) Y.applyUpdate(reading, Y.encodeStateAsUpdate(doc), 'server');
  return { wrote, delta: text.toDelta() };
}

const BOLD = [{ insert: 'bold', attributes: { bold: true } }, { insert: ' words' }];

describe('formatting that looks doubled', () => {
  it('is dropped by Yjs on its own account', () => {
    expect(reader(() => undefined)).toEqual({ wrote: 1, delta: BOLD });
  });

  it('stays when it is left alone, and reads the same', () => {
    expect(reader(leaveFormatting)).toEqual({ wrote: 0, delta: BOLD });
  });
});
