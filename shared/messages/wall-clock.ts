import type { IsoTime } from '../model/ids.ts';

/** A time as a date field holds it: `2026-10-03T18:00`, without saying where. */
export type WallClock = string;

/** Zones offered beside the reader's own: UTC and the seats where such texts are negotiated. */
export const MEETING_ZONES = ['UTC', 'America/New_York', 'Europe/Zurich', 'Africa/Nairobi'] as const;

const MINUTE = 60_000;

/** By how much the clocks of a zone are ahead of UTC at a moment, in ms. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(moment));
  const of = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(moment / 1000) * 1000;
}

/**
 * The moment when clocks in `zone` show `wall`; null when it is no date. Where the clocks are put forward over it,
 * the moment as if they had not been; where they are put back and show it twice, the first.
 */
export function momentOfWallClock(wall: WallClock, zone: string): IsoTime | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall)) return null;
  const asUtc = Date.parse(`${wall}:00.000Z`);
  if (Number.isNaN(asUtc)) return null;
  // The offset before any change of clocks near by, and the one after: the first that fits its own moment counts.
  const guesses = [asUtc - 24 * 60 * MINUTE, asUtc + 24 * 60 * MINUTE].map(
    (near) => asUtc - offsetAt(near, zone),
  );
  const fitting = guesses.filter((moment) => moment + offsetAt(moment, zone) === asUtc);
  const moment = fitting.length > 0 ? Math.min(...fitting) : (guesses[0] as number);
  return new Date(moment).toISOString() as IsoTime;
}

/** What clocks in `zone` show at a moment, for a date field. */
export const wallClockOf = (iso: string, zone: string): WallClock => {
  const moment = Date.parse(iso);
  return new Date(moment + offsetAt(moment, zone)).toISOString().slice(0, 16);
};
