import { describe, expect, it } from 'vitest';
import { indexHeld } from '../../../shared/domain/held-position.ts';
import { type RecordFacts, waitingOnRecord } from '../../../shared/domain/waiting-on-record.ts';

const at = (day: number) => `2026-10-${String(day).padStart(2, '0')}T09:00:00.000Z` as never;
const silence = (more: object = {}) =>
  ({
    id: 's1',
    version: 'v2',
    opensAt: at(1),
    deadline: at(5),
    outcome: 'running',
    decidedAt: null,
    ...more,
  }) as never;
const objection = (holder: object, more: object = {}) =>
  ({
    id: 'o',
    silence: 's1',
    holder,
    places: [
      { paragraph: 'p', chapeau: false },
      { paragraph: 'p', chapeau: true },
    ],
    withdrawnAt: null,
    by: { at: at(2) },
    ...more,
  }) as never;
const A = { noun: 'delegation', id: 'a' };
const GROUP = { noun: 'group', id: 'g' };
const held = (holder: object, paragraph: string, state: string) =>
  ({ position: { holder, paragraph }, paragraph, state, because: null, others: [] }) as never;
const facts = (more: Partial<RecordFacts> = {}): RecordFacts => ({
  latest: 'v2' as never,
  held: new Map(),
  groups: [{ id: 'g', spokesperson: 'a' }] as never,
  silences: [],
  objections: [],
  adoption: null,
  ...more,
});
const me = (role: string, delegationId = 'a') => ({ role, delegationId }) as never;
const what = (role: string, more: Partial<RecordFacts>, day = 3, delegation = 'a') =>
  waitingOnRecord(me(role, delegation), facts(more), at(day)).map(({ what: kind, ids }) => [kind, ids]);

describe('what waits on record', () => {
  const running = { silences: [silence()] };

  it('E22: a running silence waits for a government that has not said anything', () => {
    expect(waitingOnRecord(me('delegate'), facts(running), at(3))).toEqual([
      { what: 'silence', ids: ['s1'], until: at(5) },
    ]);
    expect(what('delegate', { ...running, objections: [objection(A)] })).toEqual([]);
    expect(what('delegate', { ...running, objections: [objection(GROUP)] })).toEqual([]);
    expect(what('delegate', { ...running, objections: [objection(GROUP)] }, 3, 'b')).toHaveLength(1);
    expect(what('delegate', { ...running, objections: [objection(A, { withdrawnAt: at(3) })] })).toHaveLength(
      1,
    );
    for (const role of ['stakeholder', 'facilitator', 'observer']) expect(what(role, running)).toEqual([]);
  });

  it('E22: past its deadline it waits no more, recorded or not', () => {
    expect(what('delegate', running, 5)).toEqual([]);
    expect(what('delegate', { silences: [silence({ outcome: 'ended' })] })).toEqual([]);
    expect(what('delegate', { ...running, adoption: {} as never })).toEqual([]);
  });

  it('E22: facilitators have the places of a broken silence before them until another version', () => {
    const broken = { ...running, objections: [objection(A), objection({ noun: 'delegation', id: 'b' })] };
    expect(what('facilitator', broken, 6)).toEqual([['broken', ['p', 'p.chapeau']]]);
    expect(what('facilitator', broken, 4)).toEqual([]);
    expect(what('facilitator', running, 6)).toEqual([]);
    expect(what('facilitator', { ...broken, latest: 'v3' as never }, 6)).toEqual([]);
    const again = silence({ id: 's2', opensAt: at(6), deadline: at(9) });
    expect(what('facilitator', { ...broken, silences: [silence(), again] }, 7)).toEqual([]);
  });

  it('E22: positions to be confirmed wait for their delegation, and for who speaks for a group', () => {
    const all = {
      held: indexHeld([
        held(A, 'p', 'to-reconfirm'),
        held(A, 'q', 'carried'),
        held(GROUP, 'r', 'to-reconfirm'),
        held({ noun: 'delegation', id: 'b' }, 's', 'own'),
      ]),
    };
    expect(what('delegate', all)).toEqual([['reconfirm', ['p', 'r']]]);
    expect(what('stakeholder', all)).toEqual([['reconfirm', ['p', 'r']]]);
    expect(what('delegate', all, 3, 'b')).toEqual([]);
    expect(what('observer', all)).toEqual([]);
  });
});
