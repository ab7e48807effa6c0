import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judgeUpdate } from '../../../server/room/admission.ts';
import { freshDeletions } from '../../../server/room/deletions.ts';
import { isComplete, reachOf } from '../../../server/room/frontier.ts';
import { createBucket, tokensFor } from '../../../server/room/rate.ts';
import { trimUpdate } from '../../../server/room/trim.ts';
import { type ReadUpdate, readUpdate, type Section } from '../../../server/room/update-reader.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { createDoc } from './test-client.ts';

const ANNA = 'anna' as ParticipantId;
const update = (sections: readonly Section[], deletions: ReadUpdate['deletions'] = []): ReadUpdate => ({
  sections,
  deletions,
  deletionsAt: 0,
  bringsTypes: false,
});
const section = (client: number, start: number, end: number, needs: Section['needs'] = []): Section => ({
  client,
  start,
  end,
  needs,
  structs: [],
  lists: [],
});
const known = (entries: readonly (readonly [number, number])[]) => new Map(entries);

describe('what builds on what', () => {
  it.each<[string, ReadUpdate, [number, number][], boolean]>([
    ['a first struct', update([section(1, 0, 3)]), [], true],
    ['the next one', update([section(1, 3, 4)]), [[1, 3]], true],
    ['a gap before it', update([section(1, 4, 5)]), [[1, 3]], false],
    ['an overlap', update([section(1, 2, 5)]), [[1, 3]], true],
    ['a gap inside', update([section(1, 0, 2), section(1, 4, 5)]), [], false],
    ['a gap inside that is known', update([section(1, 0, 2), section(1, 4, 5)]), [[1, 4]], true],
    [
      'another’s character that is known',
      update([section(1, 0, 1, [{ at: 0, end: 1, client: 2, clock: 4 }])]),
      [[2, 5]],
      true,
    ],
    [
      'one that is not',
      update([section(1, 0, 1, [{ at: 0, end: 1, client: 2, clock: 5 }])]),
      [[2, 5]],
      false,
    ],
    [
      'what a known struct is said to have stood beside',
      update([section(1, 0, 4, [{ at: 0, end: 3, client: 2, clock: 5 }])]),
      [[1, 3]],
      true,
    ],
    [
      'what a struct is said to have stood beside of which half is known',
      update([section(1, 0, 4, [{ at: 0, end: 4, client: 2, clock: 5 }])]),
      [[1, 3]],
      false,
    ],
    [
      'another’s in the same update, listed later',
      update([section(1, 0, 1, [{ at: 0, end: 1, client: 2, clock: 0 }]), section(2, 0, 1)]),
      [],
      true,
    ],
    [
      'each other by turns',
      update([
        section(1, 0, 3, [{ at: 1, end: 2, client: 2, clock: 0 }]),
        section(2, 0, 3, [{ at: 0, end: 1, client: 1, clock: 0 }]),
      ]),
      [],
      true,
    ],
    [
      'each other in a circle',
      update([
        section(1, 0, 1, [{ at: 0, end: 1, client: 2, clock: 0 }]),
        section(2, 0, 1, [{ at: 0, end: 1, client: 1, clock: 0 }]),
      ]),
      [],
      false,
    ],
    ['a deletion of known words', update([], [{ client: 1, clock: 2, length: 3 }]), [[1, 5]], true],
    ['a deletion that reaches further', update([], [{ client: 1, clock: 2, length: 4 }]), [[1, 5]], false],
    [
      'a deletion of its own new words',
      update([section(1, 0, 2)], [{ client: 1, clock: 0, length: 2 }]),
      [],
      true,
    ],
    ['a deletion of words of a stranger', update([], [{ client: 9, clock: 0, length: 1 }]), [], false],
  ])('R10: %s', (_name, read, frontier, complete) => {
    expect(isComplete(read, known(frontier))).toBe(complete);
  });

  it('R10: reaches as far as it goes and no further', () => {
    const read = update([section(1, 0, 9, [{ at: 4, end: 5, client: 2, clock: 7 }]), section(2, 0, 3)]);
    expect(reachOf(read, new Map())).toEqual(
      known([
        [1, 4],
        [2, 3],
      ]),
    );
  });
});

/** A text of Anna's with a deleted middle, and the update that made it. */
function written(): { doc: Y.Doc; text: Y.Text } {
  const doc = createDoc();
  const text = doc.getText('text');
  text.insert(0, 'abcdef');
  text.delete(2, 2);
  return { doc, text };
}

describe('what is new', () => {
  it('R5: deletions that stand already are not, those in words still under way are', () => {
    const { doc } = written();
    const client = doc.clientID;
    expect(freshDeletions(doc, [{ client, clock: 1, length: 4 }]).ranges).toEqual([
      { client, clock: 1, length: 1 },
      { client, clock: 4, length: 1 },
    ]);
    expect(freshDeletions(doc, [{ client, clock: 2, length: 2 }]).ranges).toEqual([]);
    expect(freshDeletions(doc, [{ client, clock: 5, length: 3 }]).ranges).toEqual([
      { client, clock: 5, length: 3 },
    ]);
  });

  it('R9: tells formatting items from words', () => {
    const { doc, text } = written();
    text.format(0, 2, { bold: true });
    const client = doc.clientID;
    expect(freshDeletions(doc, [{ client, clock: 6, length: 2 }]).formatsOnly).toBe(true);
    expect(freshDeletions(doc, [{ client, clock: 5, length: 2 }]).formatsOnly).toBe(false);
  });

  it('R5: the log keeps only what is new of a repeated state', () => {
    const { doc, text } = written();
    const before = Y.encodeStateAsUpdate(doc);
    const frontier = Y.decodeStateVector(Y.encodeStateVector(doc));
    text.insert(4, 'XY');
    text.delete(0, 1);
    const whole = Y.encodeStateAsUpdate(doc);
    const read = readUpdate(whole) as ReadUpdate;
    const server = new Y.Doc();
    Y.applyUpdate(server, before);
    const trimmed = trimUpdate(whole, read, frontier, freshDeletions(server, read.deletions).ranges);
    expect(trimmed.length).toBeLessThan(whole.length);
    const again = readUpdate(trimmed) as ReadUpdate;
    expect(again.sections.map(({ start, end }) => [start, end])).toEqual([[6, 8]]);
    expect(again.deletions).toEqual([{ client: doc.clientID, clock: 0, length: 1 }]);
    Y.applyUpdate(server, trimmed);
    expect(server.getText('text').toString()).toBe(text.toString());
  });

  it('R5: what is all new is logged byte for byte', () => {
    const { doc } = written();
    const bytes = Y.encodeStateAsUpdate(doc);
    const state = { doc: new Y.Doc(), frontier: new Map(), owners: new Map(), unbound: new Set<number>() };
    const verdict = judgeUpdate(state, ANNA, bytes, readUpdate(bytes) as ReadUpdate);
    expect(verdict).toEqual({
      kind: 'new',
      update: bytes,
      claims: [doc.clientID],
      reach: [[doc.clientID, 6]],
      formatsOnly: false,
      deleted: [{ client: doc.clientID, clock: 2, length: 2 }],
    });
  });

  it('R6: forgery is told before gaps, so that nothing forged ever waits', () => {
    const { doc } = written();
    const first = Y.encodeStateVector(doc);
    doc.getText('text').insert(0, 'later');
    const bytes = Y.encodeStateAsUpdate(doc, first);
    const owners = new Map([[doc.clientID, 'ben' as ParticipantId]]);
    const state = { doc: new Y.Doc(), frontier: new Map(), owners, unbound: new Set<number>() };
    const read = readUpdate(bytes) as ReadUpdate;
    expect(judgeUpdate(state, ANNA, bytes, read)).toEqual({ kind: 'forged', client: doc.clientID });
    expect(judgeUpdate(state, 'ben' as ParticipantId, bytes, read)).toMatchObject({ kind: 'incomplete' });
  });
});

describe('R18: rates', () => {
  it('a bucket gives its burst, then what comes back', () => {
    const bucket = createBucket({ perSecond: 10, burst: 5 });
    expect([1, 2, 3, 4, 5, 6].map(() => bucket.take(1, 0))).toEqual([true, true, true, true, true, false]);
    expect([bucket.take(2, 100), bucket.take(1, 100), bucket.take(6, 60_000)]).toEqual([false, true, false]);
    expect(bucket.take(5, 60_000)).toBe(true);
  });

  it('a clock that goes back gives nothing and takes nothing', () => {
    const bucket = createBucket({ perSecond: 10, burst: 1 });
    expect([bucket.take(1, 1_000), bucket.take(1, 0), bucket.take(1, 50)]).toEqual([true, false, false]);
  });

  it('large frames count more', () => {
    expect([0, 30, 4096, 4 * 1024 * 1024].map(tokensFor)).toEqual([1, 1, 2, 1025]);
  });
});
