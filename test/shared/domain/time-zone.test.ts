import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deadlineAt,
  isTimeZone,
  NEW_YORK,
  openingAt,
  readWallTime,
  shownTimes,
  wallTime,
} from '../../../shared/domain/time-zone.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { seeded } from '../../seeded.ts';

describe('time zones', () => {
  const cases: readonly (readonly [string, string, string, string, string, string])[] = [
    ['V83: winter', '2026-01-15T12:00', NEW_YORK, 'exact', '2026-01-15T17:00', '2026-01-15T17:00'],
    ['V83: summer', '2026-07-15T12:00', NEW_YORK, 'exact', '2026-07-15T16:00', '2026-07-15T16:00'],
    ['V84: before the gap', '2026-03-08T01:59', NEW_YORK, 'exact', '2026-03-08T06:59', '2026-03-08T06:59'],
    ['V84: in the gap of March', '2026-03-08T02:30', NEW_YORK, 'gap', '2026-03-08T06:30', '2026-03-08T07:30'],
    ['V84: after the gap', '2026-03-08T03:00', NEW_YORK, 'exact', '2026-03-08T07:00', '2026-03-08T07:00'],
    [
      'V84: November, twice',
      '2026-11-01T01:30',
      NEW_YORK,
      'repeated',
      '2026-11-01T05:30',
      '2026-11-01T06:30',
    ],
    ['V84: and once again', '2026-11-01T02:00', NEW_YORK, 'exact', '2026-11-01T07:00', '2026-11-01T07:00'],
    [
      'V84: Geneva changes on another day',
      '2026-03-29T02:30',
      'Europe/Zurich',
      'gap',
      '2026-03-29T00:30',
      '2026-03-29T01:30',
    ],
    [
      'V84: half an hour',
      '2026-04-05T01:45',
      'Australia/Lord_Howe',
      'repeated',
      '2026-04-04T14:45',
      '2026-04-04T15:15',
    ],
    [
      'V83: no clock change',
      '2026-03-08T02:30',
      'Asia/Kolkata',
      'exact',
      '2026-03-07T21:00',
      '2026-03-07T21:00',
    ],
  ];
  it.each(cases)('%s', (_, wall, zone, kind, earlier, later) => {
    expect(readWallTime(wall, zone)).toEqual({
      kind,
      earlier: `${earlier}:00.000Z`,
      later: `${later}:00.000Z`,
    });
  });

  it('V84: a deadline takes the later reading, an opening the earlier one', () => {
    expect(deadlineAt('2026-03-08T02:30', NEW_YORK)).toBe('2026-03-08T07:30:00.000Z');
    expect(deadlineAt('2026-11-01T01:30', NEW_YORK)).toBe('2026-11-01T06:30:00.000Z');
    expect(openingAt('2026-11-01T01:30', NEW_YORK)).toBe('2026-11-01T05:30:00.000Z');
  });

  it('V83: no such date, no such zone', () => {
    for (const wall of ['2026-02-30T10:00', '2026-13-01T10:00', 'soon', '2026-01-01T25:00'])
      expect(readWallTime(wall, 'UTC')).toBe(null);
    expect([NEW_YORK, 'UTC', 'Mars/Base', '+02:00', ''].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('V85: UTC, New York and the zone of the reader, each once', () => {
    const at = '2026-03-06T20:00:00.000Z' as IsoTime;
    expect(shownTimes(at, 'Asia/Tokyo')).toEqual([
      { zone: 'UTC', wall: '2026-03-06T20:00', offsetMinutes: 0 },
      { zone: NEW_YORK, wall: '2026-03-06T15:00', offsetMinutes: -300 },
      { zone: 'Asia/Tokyo', wall: '2026-03-07T05:00', offsetMinutes: 540 },
    ]);
    expect(shownTimes(at, NEW_YORK)).toHaveLength(2);
    expect(shownTimes(at, 'Mars/Base')).toHaveLength(2);
    expect(shownTimes('2026-03-09T20:00:00.000Z' as IsoTime, null)[1]?.offsetMinutes).toBe(-240);
  });

  it('V83: every instant is read back from what the clock shows, or from one of its two readings', () => {
    const zones = fc.constantFrom(
      NEW_YORK,
      'Europe/Zurich',
      'Asia/Kathmandu',
      'America/St_Johns',
      'Pacific/Apia',
    );
    const minutes = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const at = new Date(minute * 60_000).toISOString() as IsoTime;
        const reading = readWallTime(wallTime(at, zone), zone);
        expect(reading?.kind).not.toBe('gap');
        expect([reading?.earlier, reading?.later]).toContain(at);
      }),
      seeded(300),
    );
  });
});
