import { describe, expect, it } from 'vitest';
import type { Heard } from '../../../../client/api/events/event-hub.ts';
import type { RegisterPage } from '../../../../client/api/register/register-copy.ts';
import { createRegisterStore } from '../../../../client/api/register/register-store.ts';
import type { Failure } from '../../../../client/api/request.ts';
import type { RegisterEntry } from '../../../../shared/model/register.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';

const comment = (seq: number, id: string, revision = 1): RegisterEntry =>
  ({ documentId: 'd', seq, noun: 'comment', id, revision, at: '', row: { id } }) as never;
const page = (head: number, ...entries: RegisterEntry[]): RegisterPage => ({
  head,
  entries,
  directory: { participants: [], delegations: [] },
});
const failure = (code: Failure['code']): Result<RegisterPage, Failure> =>
  fail({ code, detail: '', fields: [] });

/** A store whose server is asked by hand. */
function trial() {
  const asked: { after: number; answer: (result: Result<RegisterPage, Failure>) => Promise<void> }[] = [];
  const timers: (() => void)[] = [];
  let hear: (heard: Heard) => void = () => undefined;
  const store = createRegisterStore({
    ask: (after) =>
      new Promise((resolve) => {
        asked.push({
          after,
          answer: async (result) => {
            resolve(result);
            await Promise.resolve();
            await Promise.resolve();
          },
        });
      }),
    events: {
      listen: (listener) => {
        hear = listener;
        return () => undefined;
      },
    },
    random: () => 0.5,
    setTimer: (act) => timers.push(act),
  });
  return {
    store,
    asked,
    timers,
    tell: (heard: Heard) => hear(heard),
    ids: () => [...store.get().copy.rows.comment.keys()].sort(),
  };
}
const changed = (head: number): Heard => ({ kind: 'register-changed', head }) as Heard;

describe('the register on this device', () => {
  it('U70: reads once, then asks only for what it lacks, one request at a time', async () => {
    const { store, asked, tell, ids } = trial();
    store.subscribe(() => undefined);
    expect(store.get().ready).toBe(false);
    await asked[0]?.answer(ok(page(1, comment(1, 'a'))));
    expect(store.get().ready).toBe(true);
    tell(changed(1));
    expect(asked).toHaveLength(1);
    tell(changed(2));
    tell(changed(3));
    expect(asked.map(({ after }) => after)).toEqual([0, 1]);
    await asked[1]?.answer(ok(page(3, comment(2, 'b'), comment(3, 'c'))));
    // What was told while the answer was under way is asked for once more.
    expect(asked.map(({ after }) => after)).toEqual([0, 1, 3]);
    await asked[2]?.answer(ok(page(3)));
    expect(ids()).toEqual(['a', 'b', 'c']);
    expect(asked).toHaveLength(3);
    tell({ kind: 'register-changed', head: 4, only: 'positions' } as Heard);
    expect(asked).toHaveLength(3);
  });

  it('U71: starts anew after a change of access, and forgets what is not answered any more', async () => {
    const { store, asked, tell, ids } = trial();
    store.subscribe(() => undefined);
    await asked[0]?.answer(ok(page(2, comment(1, 'a'), comment(2, 'hidden later'))));
    tell({ kind: 'anew' });
    expect(asked.at(-1)?.after).toBe(0);
    await asked[1]?.answer(ok(page(2, comment(1, 'a'))));
    expect(ids()).toEqual(['a']);
  });

  it('U71: an answer that was asked for before access changed does not count', async () => {
    const { store, asked, ids } = trial();
    store.subscribe(() => undefined);
    store.anew();
    await asked[0]?.answer(ok(page(1, comment(1, 'of somebody else'))));
    expect(ids()).toEqual([]);
    await asked[1]?.answer(ok(page(2, comment(2, 'b'))));
    expect(ids()).toEqual(['b']);
  });

  it("U70: an act's entry outlives an answer that was written before it", async () => {
    const { store, asked, tell, ids } = trial();
    store.subscribe(() => undefined);
    await asked[0]?.answer(ok(page(1, comment(1, 'a'))));
    tell({ kind: 'anew' });
    store.put(comment(2, 'mine'));
    await asked[1]?.answer(ok(page(1, comment(1, 'a'))));
    expect(ids()).toEqual(['a', 'mine']);
  });

  it('U72: a failure that passes keeps what is known and is tried again; a refusal shows nothing', async () => {
    const { store, asked, timers, tell, ids } = trial();
    store.subscribe(() => undefined);
    await asked[0]?.answer(ok(page(1, comment(1, 'a'))));
    tell({ kind: 'back' });
    await asked[1]?.answer(failure('offline'));
    expect(ids()).toEqual(['a']);
    expect(store.get().failure?.code).toBe('offline');
    timers.shift()?.();
    await asked[2]?.answer(ok(page(2, comment(2, 'b'))));
    expect(store.get().failure).toBeNull();
    expect(ids()).toEqual(['a', 'b']);
    tell({ kind: 'anew' });
    await asked[3]?.answer(failure('not-permitted'));
    expect(ids()).toEqual([]);
    expect(timers).toEqual([]);
  });

  it('U71: rows that a newly public one brings along are fetched', async () => {
    const { store, asked, tell, ids } = trial();
    store.subscribe(() => undefined);
    await asked[0]?.answer(ok(page(5, comment(1, 'a'))));
    tell(changed(6));
    await asked[1]?.answer(ok(page(6, comment(6, 'note', 2))));
    expect(asked.at(-1)?.after).toBe(0);
    await asked[2]?.answer(ok(page(6, comment(1, 'a'), comment(3, 'follows'), comment(6, 'note', 2))));
    expect(ids()).toEqual(['a', 'follows', 'note']);
  });
});
