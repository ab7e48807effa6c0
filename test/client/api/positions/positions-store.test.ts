import { describe, expect, it } from 'vitest';
import type { Heard } from '../../../../client/api/events/event-hub.ts';
import { createLiveMatrix } from '../../../../client/api/positions/live-matrix.ts';
import { createPositionsStore } from '../../../../client/api/positions/positions-store.ts';
import type { Failure } from '../../../../client/api/request.ts';
import { writeHeld } from '../../../../server/queries/held-answer.ts';
import type { PositionsAnswer, TiesAnswer } from '../../../../shared/api/position.ts';
import { ownHeld } from '../../../../shared/domain/held-position.ts';
import { standingOf } from '../../../../shared/domain/position-matrix.ts';
import type {
  DelegationId,
  DocumentId,
  GroupId,
  IsoTime,
  ParagraphId,
  VersionId,
} from '../../../../shared/model/ids.ts';
import { STANDINGS, type Standing } from '../../../../shared/model/position.ts';
import type { EntryOf } from '../../../../shared/model/register.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import { all, delegation, one, position, taken } from '../../../shared/domain/position-sketch.ts';

type Said = readonly [holder: string, paragraph: string, standing: Standing | null];

const holderOf = (name: string) => (name.startsWith('g') ? all(name) : one(name));
const partOf = (said: readonly Said[], version: string) =>
  writeHeld(
    {
      held: said.flatMap(([holder, paragraph, standing]) =>
        standing === null ? [] : [ownHeld(taken(holderOf(holder), paragraph, standing, version))],
      ),
      gone: said.flatMap(([holder, paragraph, standing]) =>
        standing === null ? [{ holder: holderOf(holder), paragraph: paragraph as ParagraphId }] : [],
      ),
    },
    [],
  );
const page = (
  head: number,
  whole: boolean,
  parts: readonly (readonly Said[])[],
  more: Partial<PositionsAnswer> = {},
) => {
  const version = (more.version ?? 'v1') as VersionId;
  const ties: TiesAnswer | null = whole ? { changesIn: null, list: [] } : null;
  return { version, head, whole, parts: parts.map((said) => partOf(said, version)), ties, ...more };
};
const entry = (seq: number, [holder, paragraph, standing]: Said): EntryOf<'position'> => {
  const row = position(holderOf(holder), paragraph, standing);
  return {
    documentId: row.documentId,
    seq,
    noun: 'position',
    id: row.id,
    revision: seq,
    at: '' as IsoTime,
    row,
  };
};
const changed = (head: number): Heard => ({ kind: 'register-changed', head, only: 'positions' }) as Heard;
const group = (...delegations: readonly string[]): TiesAnswer => ({
  changesIn: null,
  list: [
    { group: 'g' as GroupId, through: 'membership', delegations: delegations as DelegationId[], except: [] },
  ],
});

/** A store whose server is asked by hand, and whose timers run by hand. */
function trial() {
  const asked: { after: number; answer: (result: Result<PositionsAnswer, Failure>) => Promise<void> }[] = [];
  let timers: { act: () => void; ms: number }[] = [];
  let now = 0;
  let hear: (heard: Heard) => void = () => undefined;
  const store = createPositionsStore({
    documentId: 'd' as DocumentId,
    ask: (after) =>
      new Promise((resolve) => {
        asked.push({
          after,
          answer: async (result) => {
            resolve(result);
            for (let k = 0; k < 3; k += 1) await Promise.resolve();
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
    setTimer: (act, ms) => timers.push({ act, ms: now + ms }),
  });
  return {
    store,
    asked,
    tell: (heard: Heard) => hear(heard),
    /** Lets time go by. */
    pass: (ms: number) => {
      now += ms;
      const due = timers.filter((timer) => timer.ms <= now);
      timers = timers.filter((timer) => timer.ms > now);
      for (const { act } of due) act();
    },
    standing: (holder: string, paragraph: string) =>
      store
        .get()
        .reading?.held.get(`${holder.startsWith('g') ? 'group' : 'delegation'}.${holder}`)
        ?.get(paragraph as ParagraphId)?.position.standing ?? null,
  };
}

describe('positions on this device', () => {
  it('V106: reads once, then asks for what changed; many events in a burst are one request', async () => {
    const { store, asked, tell, pass, standing } = trial();
    store.subscribe(() => undefined);
    expect(store.get().ready).toBe(false);
    await asked[0]?.answer(
      ok(
        page(5, true, [
          [
            ['a', 'p1', 'support'],
            ['b', 'p1', 'oppose'],
          ],
          [['b', 'p1', null]],
        ]),
      ),
    );
    expect([standing('a', 'p1'), standing('b', 'p1')]).toEqual(['support', null]);
    const { at } = store.get();
    for (let head = 1; head < 30; head += 1) tell(changed(head));
    expect(asked).toHaveLength(1);
    pass(100);
    expect(asked.map(({ after }) => after)).toEqual([0, 5]);
    await asked[1]?.answer(
      ok(
        page(29, false, [
          [
            ['a', 'p1', 'concern'],
            ['c', 'p2', 'oppose'],
          ],
        ]),
      ),
    );
    expect([standing('a', 'p1'), standing('c', 'p2')]).toEqual(['concern', 'oppose']);
    expect(store.get().at).toBeGreaterThan(at);
    pass(100);
    expect(asked).toHaveLength(2);
  });

  it('V107: an act stands there at once, and an answer from before it takes nothing back', async () => {
    const { store, asked, tell, pass, standing } = trial();
    store.subscribe(() => undefined);
    await asked[0]?.answer(ok(page(5, true, [[['a', 'p1', 'support']]])));
    pass(100);
    tell(changed(6));
    store.put([entry(8, ['a', 'p1', 'oppose']), entry(8, ['a', 'p2', 'oppose'])]);
    expect([standing('a', 'p1'), standing('a', 'p2')]).toEqual(['oppose', 'oppose']);
    await asked[1]?.answer(ok(page(7, false, [[['a', 'p1', 'concern']]])));
    expect(standing('a', 'p1')).toBe('oppose');
    tell(changed(9));
    pass(100);
    await asked[2]?.answer(
      ok(
        page(9, false, [
          [
            ['a', 'p1', null],
            ['a', 'p2', 'oppose'],
          ],
        ]),
      ),
    );
    expect([standing('a', 'p1'), standing('a', 'p2')]).toEqual([null, 'oppose']);
  });

  it('V106: a new version is read whole, also when an answer is the first to tell of it', async () => {
    const { store, asked, tell, pass, standing } = trial();
    store.subscribe(() => undefined);
    await asked[0]?.answer(ok(page(5, true, [[['a', 'p1', 'support']]])));
    pass(100);
    tell(changed(6));
    await asked[1]?.answer(ok(page(6, false, [], { version: 'v2' as VersionId })));
    expect(store.get().reading?.version).toBe('v1');
    pass(100);
    expect(asked[2]?.after).toBe(0);
    await asked[2]?.answer(ok(page(6, true, [[['a', 'p3', 'support']]], { version: 'v2' as VersionId })));
    expect([standing('a', 'p1'), standing('a', 'p3')]).toEqual([null, 'support']);
    tell({ kind: 'version-published', versionId: 'v3', name: '' } as never);
    pass(100);
    expect(asked[3]?.after).toBe(0);
  });

  it('V108: the matrix follows in place, and is made anew where groups speak for others', async () => {
    const { store, asked, tell, pass } = trial();
    store.subscribe(() => undefined);
    await asked[0]?.answer(
      ok(
        page(
          5,
          true,
          [
            [
              ['a', 'p1', 'support'],
              ['g', 'p1', 'oppose'],
            ],
          ],
          { ties: group('a', 'b') },
        ),
      ),
    );
    const first = store.get().reading;
    if (first === null) throw new Error('nothing was read');
    const seats = ['a', 'b', 'c'].map((id) => delegation(id));
    const live = createLiveMatrix(first, ['p1' as ParagraphId], seats);
    const cells = () => [...live.matrix.cells].map(standingOf);
    expect(cells()).toEqual(['support', 'oppose', null]);
    pass(100);
    tell(changed(6));
    await asked[1]?.answer(
      ok(
        page(6, false, [
          [
            ['g', 'p1', 'concern'],
            ['c', 'p1', 'support'],
            ['a', 'p1', null],
          ],
        ]),
      ),
    );
    live.follow();
    live.follow();
    expect(cells()).toEqual(['concern', 'concern', 'support']);
    expect(store.get().reading).toBe(first);
    pass(100);
    tell(changed(7));
    await asked[2]?.answer(ok(page(7, false, [], { ties: group('c') })));
    const next = store.get().reading;
    expect(next).not.toBe(first);
    expect([...(next?.ties.keys() ?? [])]).toEqual(['c']);
  });

  it('V105: when a membership begins or ends, everything is read again without being told', async () => {
    const { store, asked, pass } = trial();
    store.subscribe(() => undefined);
    await asked[0]?.answer(ok(page(5, true, [], { ties: { changesIn: 4_990, list: [] } })));
    pass(100);
    pass(4_000);
    expect(asked).toHaveLength(1);
    pass(1_000);
    expect(asked.map(({ after }) => after)).toEqual([0, 0]);
  });

  it('V106: a line that breaks is tried again; what is refused is shown no longer', async () => {
    const { store, asked, tell, pass } = trial();
    store.subscribe(() => undefined);
    await asked[0]?.answer(ok(page(5, true, [[['a', 'p1', STANDINGS[0]]]])));
    pass(100);
    tell(changed(6));
    await asked[1]?.answer(fail({ code: 'offline', detail: '', fields: [] }));
    expect(store.get()).toMatchObject({ ready: true, failure: { code: 'offline' } });
    expect(store.get().reading).not.toBeNull();
    pass(10_000);
    expect(asked).toHaveLength(3);
    await asked[2]?.answer(fail({ code: 'not-permitted', detail: '', fields: [] }));
    expect(store.get()).toMatchObject({ ready: true, reading: null, failure: { code: 'not-permitted' } });
    store.anew();
    pass(10_000);
    await asked[3]?.answer(ok(page(6, true, [])));
    expect(store.get()).toMatchObject({ failure: null });
  });
});
