import { describe, expect, it } from 'vitest';
import {
  dateInUtc,
  fromNow,
  momentInUtc,
  momentInZone,
  placeOf,
  shortMomentInUtc,
} from '../../../shared/messages/moments.ts';

const DEADLINE = '2026-10-03T18:00:00.000Z';

describe('moments', () => {
  it('U4: a moment is named in UTC', () => {
    expect(momentInUtc(DEADLINE, 'en-GB')).toBe('3 October 2026, 18:00 UTC');
    expect(dateInUtc('2026-10-03T23:59:59.000Z', 'en-GB')).toBe('3 October 2026');
  });

  it('U4: the short form leaves out the present year', () => {
    expect(shortMomentInUtc(DEADLINE, 'en-GB', new Date('2026-01-01'))).toBe('3 Oct, 18:00 UTC');
    expect(shortMomentInUtc(DEADLINE, 'en-GB', new Date('2027-01-02'))).toBe('3 Oct 2026, 18:00 UTC');
  });

  it.each([
    [DEADLINE, 'America/New_York', 'New York 14:00'],
    [DEADLINE, 'Asia/Tokyo', 'Tokyo 4 Oct, 03:00'],
    ['2026-01-01T02:30:00.000Z', 'America/New_York', 'New York 31 Dec, 21:30'],
    [DEADLINE, 'Asia/Kathmandu', 'Kathmandu 23:45'],
    [DEADLINE, 'UTC', null],
    ['2026-01-03T18:00:00.000Z', 'Europe/London', null],
  ])('U4: %s in %s is %s', (iso, zone, said) => {
    expect(momentInZone(iso, 'en-GB', zone)).toBe(said);
  });

  it.each([
    ['2026-10-06T18:00:00.000Z', 'in 3 days'],
    ['2026-10-03T19:59:00.000Z', 'in 1 hour'],
    ['2026-10-03T18:00:20.000Z', 'this minute'],
    ['2026-10-01T12:00:00.000Z', '2 days ago'],
  ])('U4: %s is %s', (iso, said) => {
    expect(fromNow(iso, 'en-GB', new Date(DEADLINE))).toBe(said);
  });

  it('U4: a zone is named by its place', () => {
    expect(placeOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(placeOf('UTC')).toBe('UTC');
  });
});
