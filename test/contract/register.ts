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
