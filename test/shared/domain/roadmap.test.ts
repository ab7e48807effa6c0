import { describe, expect, it } from 'vitest';
import {
  decideMilestone,
  presentMilestone,
  roadmapOf,
  type WantedMilestone,
  windowState,
  withdrawMilestone,
  workingDays,
} from '../../../shared/domain/roadmap.ts';
import type { DocumentId, IsoTime, VersionId } from '../../../shared/model/ids.ts';
import type { InputWindow, Milestone } from '../../../shared/model/milestone.ts';
import { at, signed } from './register-sketch.ts';

const iso = (text: string): IsoTime => `${text}:00.000Z` as IsoTime;
const open = (opensAt: string, closesAt: string, timeZone = 'UTC'): InputWindow => ({
  opensAt: iso(opensAt),
  closesAt: iso(closesAt),
  timeZone,
});
const wants = (more: Partial<WantedMilestone> = {}): WantedMilestone => ({
  kind: 'consultation',
  name: 'Consultation',
  planned: at(9),
  actual: null,
  window: null,
  version: null,
  ...more,
});
const decide = (more: Partial<WantedMilestone> = {}, id = 'm') =>
  decideMilestone(wants(more), {
    id,
    documentId: 'd' as DocumentId,
    before: null,
    versions: new Set(['v1' as VersionId]),
    by: signed('f', 5),
  });
function row(more: Partial<WantedMilestone>, id: string): Milestone {
  const decided = decide(more, id);
  if (!decided.ok) throw new Error(decided.error.detail);
  return decided.value.row;
}

describe('roadmap', () => {
  const days: readonly (readonly [string, InputWindow, number])[] = [
    [
      'V81: the day of opening does not count, the day of closing does',
      open('2026-06-01T09:00', '2026-06-10T18:00'),
      7,
    ],
    ['V81: weekends do not count', open('2026-06-05T12:00', '2026-06-08T12:00'), 1],
    ['V81: a day that is had whole counts', open('2026-06-01T00:00', '2026-06-02T00:00'), 1],
    ['V81: closing at midnight is closing the day before', open('2026-06-01T09:00', '2026-06-10T00:00'), 6],
    ['V81: within one day', open('2026-06-01T09:00', '2026-06-01T18:00'), 0],
    ['V81: days are those of its zone', open('2026-06-01T03:00', '2026-06-10T03:00', 'America/New_York'), 7],
    ['V81: also over a clock change', open('2026-03-06T14:00', '2026-03-17T21:00', 'America/New_York'), 7],
  ];
  it.each(days)('%s', (_, window, expected) => {
    expect(workingDays(window)).toBe(expected);
  });

  it('V81: a shorter window is told and not refused', () => {
    const short = decide({ window: open('2026-06-01T09:00', '2026-06-09T18:00') });
    expect(short.ok && short.value.warnings).toEqual(['shorter-than-seven-working-days']);
    const long = decide({ window: open('2026-06-01T09:00', '2026-06-10T18:00') });
    expect(long.ok && long.value.warnings).toEqual([]);
  });

  it('V82: opens and closes by the clock, to the millisecond', () => {
    const window = open('2026-06-01T09:00', '2026-06-10T18:00');
    const states = ['2026-06-01T08:59:59.999Z', window.opensAt, '2026-06-10T17:59:59.999Z', window.closesAt];
    expect(states.map((now) => windowState(window, now as IsoTime))).toEqual([
      'not-yet',
      'open',
      'open',
      'closed',
    ]);
  });

  it('V80: in the order of what happened, then of what is planned', () => {
    const [mandate, zero, revision] = [
      row({ kind: 'mandate', planned: at(1), actual: at(4) }, 'a'),
      row({ kind: 'zero-draft', planned: at(2), actual: at(3) }, 'b'),
      row({ kind: 'revision', planned: at(60) }, 'c'),
    ];
    const gone = withdrawMilestone(row({ planned: at(2) }, 'x'), signed('f', 6));
    if (!gone.ok) throw new Error('not withdrawn');
    const all = [revision, gone.value, mandate, zero];
    expect(roadmapOf(all).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(presentMilestone(all)?.id).toBe('a');
    expect(presentMilestone([revision])).toBe(null);
    expect(withdrawMilestone(gone.value, signed('f', 7)).ok).toBe(false);
  });

  const refused: readonly (readonly [string, Partial<WantedMilestone>, string])[] = [
    ['V80: no name', { name: ' ' }, 'name'],
    ['V80: no date', { planned: 'soon' as IsoTime }, 'planned'],
    ['V80: what happened lies in the past', { actual: at(6) }, 'actual'],
    ['V80: an unknown version', { version: 'v9' as VersionId }, 'version'],
    [
      'V82: closing before opening',
      { window: open('2026-06-02T09:00', '2026-06-01T09:00') },
      'window.closesAt',
    ],
    ['V82: no zone', { window: open('2026-06-01T09:00', '2026-06-12T09:00', 'EST5EDX') }, 'window.timeZone'],
  ];
  it.each(refused)('%s', (_, more, field) => {
    const decided = decide(more);
    expect(!decided.ok && decided.error.fields?.[0]?.field).toBe(field);
  });
});
