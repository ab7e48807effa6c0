import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEETING_ZONES, momentOfWallClock, wallClockOf } from '../../../shared/messages/wall-clock.ts';

describe('wall clock', () => {
  it.each([
    ['2026-10-03T18:00', 'UTC', '2026-10-03T18:00:00.000Z'],
    ['2026-10-03T14:00', 'America/New_York', '2026-10-03T18:00:00.000Z'],
    ['2026-12-03T14:00', 'America/New_York', '2026-12-03T19:00:00.000Z'],
    ['2026-10-03T23:45', 'Asia/Kathmandu', '2026-10-03T18:00:00.000Z'],
    // Clocks are put forward from 2:00 to 3:00: half past two does not exist that night.
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    // Clocks are put back from 2:00 to 1:00: half past one comes twice, the first counts.
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['', 'UTC', null],
    ['2026-13-40T99:00', 'UTC', null],
  ])('U4: %s in %s is %s', (wall, zone, iso) => {
    expect(momentOfWallClock(wall, zone)).toBe(iso);
  });

  it('U4: what is entered and shown again is the same, but in the hour that does not exist', () => {
    const minute = 60_000;
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) }),
        fc.constantFrom(...MEETING_ZONES, 'Asia/Kolkata', 'America/Sao_Paulo', 'Australia/Lord_Howe'),
        (time, zone) => {
          const wall = wallClockOf(new Date(Math.floor(time / minute) * minute).toISOString(), zone);
          const moment = momentOfWallClock(wall, zone);
          expect(moment).not.toBeNull();
          expect(wallClockOf(moment as string, zone)).toBe(wall);
        },
      ),
    );
  });
});
