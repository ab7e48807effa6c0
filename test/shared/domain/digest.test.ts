import { describe, expect, it } from 'vitest';
import { isDue, mayBeMailed, retryWait } from '../../../shared/domain/digest.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';

const at = (time: string) => `2026-10-${time}:00.000Z` as IsoTime;
const daily = (confirmedAt: string, mailedAt: string | null) => ({
  frequency: 'daily' as const,
  confirmedAt: at(confirmedAt),
  mailedAt: mailedAt === null ? null : at(mailedAt),
});

describe('when mail is due', () => {
  it.each([
    ['before the first six o’clock', daily('01T09:00', null), '02T05:59', false],
    ['at the first six o’clock', daily('01T09:00', null), '02T06:00', true],
    ['the same day again', daily('01T09:00', '02T06:00'), '02T23:00', false],
    ['the next morning', daily('01T09:00', '02T06:00'), '03T06:00', true],
    ['after a server that stood still for days', daily('01T09:00', '02T06:01'), '09T13:00', true],
    ['confirmed just before', daily('02T05:59', null), '02T06:00', true],
    ['off', { ...daily('01T09:00', null), frequency: 'off' as const }, '05T09:00', false],
    ['not confirmed', { ...daily('01T09:00', null), confirmedAt: null }, '05T09:00', false],
  ])('E16: daily, %s', (_what, mailed, now, due) => {
    expect(mayBeMailed(mailed, at(now))).toBe(due);
    expect(isDue(mailed, at('01T09:00'), at(now))).toBe(due);
  });

  it('E19: waits double from a minute up to an hour', () => {
    expect([0, 1, 2, 5, 6, 99].map((tries) => retryWait(tries) / 60_000)).toEqual([1, 2, 4, 32, 60, 60]);
  });
});
