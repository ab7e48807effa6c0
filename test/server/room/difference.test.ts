import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { deletesNothingNew, freshDeletions } from '../../../server/room/deletions.ts';
import { deletedIn, encodeDeleted, encodeDifference } from '../../../server/room/difference.ts';
import { readUpdate } from '../../../server/room/update-reader.ts';
import { createRandom, type Random } from '../../sim/random.ts';

/** A text of several writers with deletions and formats, and the state vectors it has passed. */
function writtenText(random: Random, steps: number) {
  const doc = new Y.Doc();
  const text = doc.getText('text');
  const passed: Uint8Array[] = [];
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let step = 0; step < steps; step += 1) {
    doc.clientID = 1 + random.below(5);
    const index = random.below(text.length + 1);
    const length = Math.min(random.below(6), text.length - index);
    if (random.chance(0.35) && length > 0) text.delete(index, length);
    else if (random.chance(0.1) && length > 0)
      text.format(index, length, { bold: random.chance(0.5) || null });
    else if (random.chance(0.1)) text.insertEmbed(index, new Y.Map([['id', `p${step}`]]));
    else text.insert(index, 'abcdef'.slice(random.below(5)));
    if (random.chance(0.2)) passed.push(Y.encodeStateVector(doc));
  }
  return { doc, passed, updates };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const SEEDS = Array.from({ length: 10 }, (_, k) => k + 1);

describe('differences', () => {
  it.each(SEEDS)('R27: are byte for byte what Yjs encodes, seed %i', (seed) => {
    const random = createRandom(seed);
    const { doc, passed } = writtenText(random, 300);
    const deletions = encodeDeleted(deletedIn(doc));
    const ahead = Y.encodeStateVector(new Map([[3, 1_000_000]]));
    for (const vector of [...passed, new Uint8Array([0]), Y.encodeStateVector(doc), ahead])
      expect(hex(encodeDifference(doc, Y.decodeStateVector(vector), deletions))).toBe(
        hex(Y.encodeStateAsUpdate(doc, vector)),
      );
  });

  it.each(SEEDS)('R27: an update that deletes nothing new is known without being read, seed %i', (seed) => {
    const random = createRandom(seed);
    const { doc, updates } = writtenText(random, 200);
    const older = new Y.Doc();
    for (const update of updates.slice(0, random.below(updates.length))) Y.applyUpdate(older, update);
    const reply = Y.encodeStateAsUpdate(older, Y.encodeStateVector(older));
    expect(deletesNothingNew(doc, reply)).toBe(true);
    // The other way round it is known only if nothing was deleted since.
    const all = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc));
    const fresh = freshDeletions(older, readUpdate(all)?.deletions ?? []).ranges;
    expect(deletesNothingNew(older, all)).toBe(fresh.length === 0);
  });

  const doc = new Y.Doc();
  doc.clientID = 7;
  doc.getText('text').insert(0, 'abcdefgh');
  doc.getText('text').delete(2, 4);

  it.each([
    { what: 'a part of what is deleted', bytes: [0, 1, 7, 1, 3, 2], known: true },
    { what: 'two parts', bytes: [0, 1, 7, 2, 2, 1, 4, 2], known: true },
    { what: 'nothing at all', bytes: [0, 0], known: true },
    { what: 'more than is deleted', bytes: [0, 1, 7, 1, 2, 5], known: false },
    { what: 'what the text does not know', bytes: [0, 1, 7, 1, 8, 1], known: false },
    { what: 'words of a stranger', bytes: [0, 1, 8, 1, 0, 1], known: false },
    { what: 'ranges that fall back', bytes: [0, 1, 7, 2, 4, 1, 2, 1], known: false },
    { what: 'a client twice', bytes: [0, 2, 7, 1, 2, 1, 7, 1, 3, 1], known: false },
    { what: 'an empty range', bytes: [0, 1, 7, 1, 3, 0], known: false },
    { what: 'bytes behind it', bytes: [0, 1, 7, 1, 3, 2, 0], known: false },
    { what: 'less than it says', bytes: [0, 1, 7, 2, 3, 2], known: false },
    { what: 'structs', bytes: [1, 0, 0, 0, 0], known: false },
    { what: 'no bytes', bytes: [], known: false },
  ])('R27: $what: known without being read is $known', ({ bytes, known }) => {
    expect(deletesNothingNew(doc, new Uint8Array(bytes))).toBe(known);
  });

  it('R5: ranges that overlap are looked at once', () => {
    const ranges = [
      { client: 7, clock: 0, length: 3 },
      { client: 7, clock: 1, length: 6 },
      { client: 7, clock: 0, length: 1 },
    ];
    expect(freshDeletions(doc, ranges).ranges).toEqual([
      { client: 7, clock: 0, length: 2 },
      { client: 7, clock: 6, length: 1 },
    ]);
  });
});
