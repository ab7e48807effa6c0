import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NewNotice, NOTICES_KEPT } from '../../server/ports/notices.ts';
import type { Store } from '../../server/ports/store.ts';
import type { StoreAdapter } from './adapter.ts';
import { AT, insertPeople, LATER, sampleDocument, sampleParticipant } from './rows.ts';

const documentId = sampleDocument().id;
const [me, other] = [sampleParticipant().id, sampleParticipant('other').id];

const notice = (subject: string, participantId = me): NewNotice => ({
  documentId,
  participantId,
  reason: 'asked',
  noun: 'comment',
  subject,
  causedBy: other,
  at: AT,
});

const subjectsOf = async (store: Store, before: number | null = null, limit = 10) =>
  (await store.rows.notices.ofParticipant(me, before, limit)).map(({ subject }) => subject);

/** Name of a case, and what it does with a store that holds two people of `sampleDocument`. */
const CASES: readonly (readonly [string, (store: Store) => Promise<void>])[] = [
  [
    'E1: answers one person’s notices, newest first, page by page',
    async (store) => {
      const all = [notice('a'), notice('x', other), notice('b'), notice('c')];
      await store.transact(({ notices }) => notices.insert(all));
      expect(await subjectsOf(store)).toEqual(['c', 'b', 'a']);
      const [newest] = await store.rows.notices.ofParticipant(me, null, 1);
      expect(newest).toMatchObject({ ...notice('c'), readAt: null, id: String(newest?.seq) });
      expect(await subjectsOf(store, newest?.seq ?? 0)).toEqual(['b', 'a']);
    },
  ],
  [
    'E1: marks as read once, some or all, and only one’s own',
    async (store) => {
      await store.transact(({ notices }) =>
        notices.insert([notice('a'), notice('b'), notice('c'), notice('x', other)]),
      );
      const [c, b, a] = await store.rows.notices.ofParticipant(me, null, 10);
      const mark = (ids: readonly (typeof a)[] | null) =>
        store.transact(({ notices }) =>
          notices.markRead(me, ids?.map((row) => row?.id as never) ?? null, LATER),
        );
      expect(await mark([b])).toBe(1);
      expect(await mark([b])).toBe(0);
      const theirs = await store.rows.notices.ofParticipant(other, null, 1);
      expect(await mark([...theirs])).toBe(0);
      expect(await store.rows.notices.unread(me)).toBe(2);
      const unread = await store.rows.notices.unreadSince(me, a?.seq ?? 0, 10);
      expect(unread.map(({ seq }) => seq)).toEqual([c?.seq]);
      expect(await mark(null)).toBe(2);
      expect(await store.rows.notices.unread(me)).toBe(0);
      expect(await store.rows.notices.unread(other)).toBe(1);
    },
  ],
  [
    'E2: keeps the newest of a person and forgets older ones',
    async (store) => {
      const many = Array.from({ length: NOTICES_KEPT + 3 }, (_, k) => notice(`n${k}`));
      await store.transact(({ notices }) => notices.insert([notice('x', other), ...many]));
      const kept = await subjectsOf(store, null, NOTICES_KEPT + 10);
      expect([kept.length, kept[0], kept.at(-1)]).toEqual([NOTICES_KEPT, `n${NOTICES_KEPT + 2}`, 'n3']);
      expect(await store.rows.notices.unread(other)).toBe(1);
    },
  ],
  [
    'E1: an undone transaction tells nobody, and outside of one nothing is written',
    async (store) => {
      const undone = store.transact(async ({ notices }) => {
        await notices.insert([notice('a')]);
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect(await subjectsOf(store)).toEqual([]);
      await expect(store.rows.notices.insert([notice('a')])).rejects.toThrow('outside of a transaction');
      await expect(store.rows.seen.raise(documentId, me, 1)).rejects.toThrow('outside of a transaction');
    },
  ],
  [
    'E6: seen marks rise, and those below the mark for all are dropped',
    async (store) => {
      const seen = () => store.rows.seen.find(documentId, me);
      expect(await seen()).toEqual({ upTo: 0, rows: [] });
      const row = (id: string, seq: number) => ({ noun: 'comment', id, seq }) as const;
      await store.transact((rows) => rows.seen.mark(documentId, me, [row('b', 4), row('a', 2)]));
      await store.transact((rows) => rows.seen.mark(documentId, me, [row('b', 3), row('a', 5)]));
      expect(await seen()).toEqual({ upTo: 0, rows: [row('b', 4), row('a', 5)] });
      await store.transact((rows) => rows.seen.raise(documentId, me, 4));
      expect(await seen()).toEqual({ upTo: 4, rows: [row('a', 5)] });
      await store.transact(async (rows) => {
        await rows.seen.raise(documentId, me, 3);
        await rows.seen.mark(documentId, me, [row('c', 4)]);
      });
      expect(await seen()).toEqual({ upTo: 4, rows: [row('a', 5)] });
      expect(await store.rows.seen.find(documentId, other)).toEqual({ upTo: 0, rows: [] });
    },
  ],
];

/** What every store must do with notices and seen marks. */
export function noticesContract(adapter: StoreAdapter): void {
  describe(`notices on ${adapter.name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = adapter.open();
      await store.transact(async (rows) => {
        await insertPeople(rows);
        await rows.participants.insert(sampleParticipant('other'));
      });
    });
    afterEach(() => store.close());

    it.each(CASES)('%s', (_name, run) => run(store));
  });
}
