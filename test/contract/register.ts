import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../server/ports/store.ts';
import type { Comment } from '../../shared/model/comment.ts';
import type { Group } from '../../shared/model/group.ts';
import type { CommentId, GroupId } from '../../shared/model/ids.ts';
import type { RegisterNoun } from '../../shared/model/register.ts';
import type { Signature } from '../../shared/model/signature.ts';
import type { StoreAdapter } from './adapter.ts';
import { AT, insertPeople, LATER, sampleDelegation, sampleDocument, sampleParticipant } from './rows.ts';

const documentId = sampleDocument().id;

export const sampleSignature = (): Signature => ({
  participantId: sampleParticipant().id,
  delegationId: sampleDelegation().id,
  onBehalfOf: null,
  at: AT,
});

export const sampleComment = (id = 'comment', text = 'Sample words'): Comment => ({
  id: id as CommentId,
  documentId,
  by: sampleSignature(),
  on: { noun: 'text', anchor: { scope: 'text', text: 'working' } },
  kind: 'comment',
  nature: 'substantive',
  text,
  addressed: { delegations: [], groups: [] },
  visibility: 'public',
  settledAt: null,
  editedAt: null,
  withdrawnAt: null,
});

const sampleGroup = (id = 'group'): Group => ({
  id: id as GroupId,
  documentId,
  name: 'Sample group',
  members: [],
  spokesperson: null,
  by: sampleSignature(),
});

/** Name of a case, and what it does with a store that holds `sampleDocument`. */
const CASES: readonly (readonly [string, (store: Store) => Promise<void>])[] = [
  [
    'S17: numbers entries over all nouns and revisions within a row',
    async (store) => {
      const comment = sampleComment();
      const entries = await store.transact(async ({ register }) => [
        await register.append(documentId, 'comment', comment.id, comment, AT),
        await register.append(documentId, 'group', 'group', sampleGroup(), AT),
        await register.append(documentId, 'comment', comment.id, sampleComment('comment', 'Other'), LATER),
      ]);
      expect(entries.map(({ seq, revision }) => [seq, revision])).toEqual([
        [1, 1],
        [2, 1],
        [3, 2],
      ]);
      expect(await store.rows.register.head(documentId)).toBe(3);
      expect(await store.rows.register.all(documentId)).toEqual(entries);
      expect(await store.rows.register.page(documentId, 0, 2)).toEqual(entries.slice(0, 2));
      expect(await store.rows.register.page(documentId, 2, 2)).toEqual(entries.slice(2));
    },
  ],
  [
    'S18: answers the newest revision, and every earlier one as history',
    async (store) => {
      const [first, second] = [sampleComment(), sampleComment('comment', 'Other words')];
      await store.transact(async ({ register }) => {
        await register.append(documentId, 'comment', 'comment', first, AT);
        await register.append(documentId, 'comment', 'later', sampleComment('later'), AT);
        await register.append(documentId, 'comment', 'comment', second, LATER);
      });
      const { register } = store.rows;
      expect((await register.find(documentId, 'comment', 'comment'))?.row).toEqual(second);
      expect((await register.ofNoun(documentId, 'comment')).map(({ row }) => row.id)).toEqual([
        'comment',
        'later',
      ]);
      expect((await register.history(documentId, 'comment', 'comment')).map(({ row }) => row)).toEqual([
        first,
        second,
      ]);
      expect(await register.find(documentId, 'comment', 'unknown')).toBeNull();
      expect(await register.find('other' as never, 'comment', 'comment')).toBeNull();
    },
  ],
  [
    'S19: tells what somebody lacks: newest revisions behind a seq, in order',
    async (store) => {
      await store.transact(async ({ register }) => {
        await register.append(documentId, 'comment', 'a', sampleComment('a'), AT);
        await register.append(documentId, 'comment', 'b', sampleComment('b'), AT);
        await register.append(documentId, 'comment', 'a', sampleComment('a', 'Other'), LATER);
      });
      const since = async (after: number) =>
        (await store.rows.register.since(documentId, after)).map(({ id, revision, seq }) => [
          id,
          revision,
          seq,
        ]);
      expect(await since(0)).toEqual([
        ['b', 1, 2],
        ['a', 2, 3],
      ]);
      expect(await since(2)).toEqual([['a', 2, 3]]);
      expect(await since(3)).toEqual([]);
      await store.transact(({ register }) =>
        register.append(documentId, 'group', 'group', sampleGroup(), LATER),
      );
      const nouns = async (...named: readonly RegisterNoun[]) =>
        (await store.rows.register.since(documentId, 1, named)).map(({ id, seq }) => [id, seq]);
      expect(await nouns('group')).toEqual([['group', 4]]);
      expect(await nouns('group', 'comment')).toEqual([
        ['b', 2],
        ['a', 3],
        ['group', 4],
      ]);
      expect(await nouns('position')).toEqual([]);
      const page = await store.rows.register.since(documentId, 1, ['comment', 'group'], 2);
      expect(page.map(({ seq }) => seq)).toEqual([2, 3]);
      const upTo = await store.rows.register.since(documentId, 1, ['comment', 'group'], 9, 3);
      expect(upTo.map(({ seq }) => seq)).toEqual([2, 3]);
      expect(await store.rows.register.since(documentId, 1, ['group'], 9, 3)).toEqual([]);
    },
  ],
  [
    'W20: many rows at once are numbered and kept as if they came one by one',
    async (store) => {
      const rows = Array.from({ length: 150 }, (_, k) => sampleComment(`comment-${k}`, `Words ${k}`));
      const again = rows.slice(70, 80).map((row) => ({ ...row, text: `${row.text} anew` }));
      await store.transact(async ({ register }) => {
        await register.append(documentId, 'comment', 'comment-3', sampleComment('comment-3', 'Before'), AT);
        const entries = await register.appendAll(documentId, 'comment', rows, AT);
        expect(entries.map(({ seq }) => seq)).toEqual(rows.map((_, k) => k + 2));
        expect(entries[3]?.revision).toBe(2);
        const later = await register.appendAll(documentId, 'comment', again, LATER);
        expect(later.map(({ revision }) => revision)).toEqual(again.map(() => 2));
        expect(await register.appendAll(documentId, 'comment', [], LATER)).toEqual([]);
      });
      const { register } = store.rows;
      const all = await register.all(documentId);
      expect(all).toHaveLength(161);
      for (const entry of all.slice(1, 151)) expect(entry.row).toEqual(rows[entry.seq - 2]);
      const ids = [...rows.map(({ id }) => id), 'unknown'];
      const found = await register.findAll(documentId, 'comment', ids);
      expect(found.size).toBe(150);
      for (const id of ['comment-3', 'comment-75', 'comment-149'])
        expect(found.get(id)).toEqual(await register.find(documentId, 'comment', id));
      expect(
        (await register.history(documentId, 'comment', 'comment-75')).map(({ row }) => row.text),
      ).toEqual(['Words 75', 'Words 75 anew']);
      expect((await register.ofNoun(documentId, 'comment'))[0]?.id).toBe('comment-3');
    },
  ],
  [
    'S20: nothing of an undone transaction stays, and nothing is written outside of one',
    async (store) => {
      const undone = store.transact(async ({ register }) => {
        await register.append(documentId, 'comment', 'a', sampleComment('a'), AT);
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect(await store.rows.register.all(documentId)).toEqual([]);
      await expect(
        store.rows.register.append(documentId, 'comment', 'a', sampleComment('a'), AT),
      ).rejects.toThrow('outside of a transaction');
    },
  ],
];

/** What every store must do with the register. */
export function registerContract(adapter: StoreAdapter): void {
  describe(`register on ${adapter.name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = adapter.open();
      await store.transact((rows) => insertPeople(rows));
    });
    afterEach(() => store.close());

    it.each(CASES)('%s', (_name, run) => run(store));
  });
}
