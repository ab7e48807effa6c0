import { describe, expect, it } from 'vitest';
import { readReceivedFilter, receivedAddress } from '../../../../client/features/roadmap/addresses.ts';
import { bodyOf, draftOf, workingDaysOf } from '../../../../client/features/roadmap/milestone-draft.ts';
import { isAsPlanned, nowPlace, stateOf } from '../../../../client/features/roadmap/station-state.ts';
import type { IsoTime } from '../../../../shared/model/ids.ts';
import type { Milestone } from '../../../../shared/model/milestone.ts';
import type { Station } from '../../../../shared/model/roadmap.ts';

const NOW = '2026-10-10T08:00:00.000Z' as IsoTime;
const time = (text: string) => text as IsoTime;
const milestone = (part: Partial<Milestone> = {}): Milestone => ({
  id: 'm1',
  documentId: 'd1' as never,
  kind: 'revision',
  name: 'Rev.1',
  planned: time('2026-10-10T12:00:00.000Z'),
  actual: null,
  window: null,
  version: null,
  withdrawnAt: null,
  by: { participantId: 'p' as never, delegationId: 'd' as never, onBehalfOf: null, at: NOW },
  ...part,
});
const station = (part: Partial<Milestone>, window: Station['window'] = null): Station => ({
  milestone: milestone(part),
  window,
  period: null,
  versions: [],
  received: [],
  suggested: null,
});
const window = {
  opensAt: time('2026-10-05T13:00:00.000Z'),
  closesAt: time('2026-10-16T22:00:00.000Z'),
  timeZone: 'America/New_York',
};

describe('stations', () => {
  const open = { state: 'open', running: true, workingDays: 9 } as const;
  const CASES: readonly (readonly [string, Station, string])[] = [
    ['today is not late', station({}), 'planned'],
    ['yesterday is', station({ planned: time('2026-10-09T12:00:00.000Z') }), 'overdue'],
    ['what happened', station({ actual: NOW }), 'reached'],
    [
      'an open window, whatever was planned',
      station({ planned: time('2026-10-01T12:00:00.000Z'), window }, open),
      'open',
    ],
    [
      'a window that nobody opened is not late before its end',
      station({ planned: time('2026-10-01T12:00:00.000Z'), window }, { ...open, running: false }),
      'planned',
    ],
  ];
  for (const [what, one, state] of CASES)
    it(`U220: ${what}: ${state}`, () => expect(stateOf(one, NOW)).toBe(state));

  it('U220: now stands before the first station ahead, behind all that were reached', () => {
    const late = station({ planned: time('2026-10-01T12:00:00.000Z') });
    const done = station({ actual: time('2026-10-02T12:00:00.000Z') });
    expect(nowPlace([late, done, station({}), station({})], NOW)).toBe(2);
    expect(nowPlace([late, done], NOW)).toBe(2);
    expect(nowPlace([], NOW)).toBe(0);
    expect(isAsPlanned(milestone({ actual: time('2026-10-10T00:00:00.001Z') }))).toBe(true);
    expect(isAsPlanned(milestone({ actual: time('2026-10-11T00:00:00.000Z') }))).toBe(false);
  });

  it('U222: the address of a list keeps what it is narrowed to', () => {
    const address = receivedAddress('d1' as never, 'm1', { what: 'comment', from: 'civil-society' });
    expect(address).toBe('/d/d1/roadmap/received/m1?what=comment&from=civil-society');
    expect(readReceivedFilter(address.split('?')[1] ?? '')).toEqual({
      what: 'comment',
      from: 'civil-society',
    });
    expect(readReceivedFilter('what=nothing')).toEqual({ what: null, from: null });
  });
});

describe('the form', () => {
  it('U224: what was not touched goes as it was recorded, to the millisecond', () => {
    const before = milestone({ actual: time('2026-10-10T07:59:59.123Z'), window });
    expect(bodyOf({ ...draftOf(before), name: 'Rev.1 ' }, before)).toEqual({
      kind: 'revision',
      name: 'Rev.1',
      planned: before.planned,
      actual: before.actual,
      version: null,
      window,
    });
  });

  it('U224: what was touched goes as a day, and as a wall time in its zone', () => {
    const before = milestone({ window });
    const draft = { ...draftOf(before), planned: '2026-10-12', closes: '2026-10-20T18:00' };
    expect(bodyOf(draft, before)).toMatchObject({
      planned: '2026-10-12',
      actual: null,
      window: {
        opensAt: window.opensAt,
        closesAt: { wall: '2026-10-20T18:00', timeZone: 'America/New_York' },
      },
    });
    // Another zone means other instants for both, though neither wall time was touched.
    const moved = bodyOf({ ...draftOf(before), zone: 'Africa/Nairobi' }, before);
    expect(moved.window?.opensAt).toEqual({ wall: '2026-10-05T09:00', timeZone: 'Africa/Nairobi' });
  });

  it('U223: says how many working days while they are entered', () => {
    const draft = draftOf(milestone({ window }));
    expect(draft).toMatchObject({ opens: '2026-10-05T09:00', closes: '2026-10-16T18:00' });
    expect(workingDaysOf(draft)).toBe(9);
    expect(workingDaysOf({ ...draft, closes: '2026-10-02T18:00' })).toBeNull();
    expect(workingDaysOf({ ...draft, closes: '' })).toBeNull();
  });
});
