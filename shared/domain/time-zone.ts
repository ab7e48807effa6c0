import type { IsoTime } from '../model/ids.ts';

/** A time as a clock on the wall shows it: `2026-03-08T02:30`, to the minute. */
export type WallTime = string;

/** The zone in which times of the United Nations are announced. */
export const NEW_YORK = 'America/New_York';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

/** Whether this is the name of a zone of the IANA data base, or UTC. An offset such as +02:00 is none. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** What the clocks of a zone show at an instant. */
export function wallTime(at: IsoTime, zone: string): WallTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** Minutes that a zone's clocks are ahead of UTC at an instant. */
export const offsetAt = (at: IsoTime, zone: string): number =>
  Math.round((Date.parse(`${wallTime(at, zone)}:00Z`) - minuteOf(at)) / 60_000);

const minuteOf = (at: IsoTime): number => Math.floor(Date.parse(at) / 60_000) * 60_000;

/** Which instants a wall time is. Where clocks change it may be none (`gap`) or two (`repeated`). */
export interface WallReading {
  readonly kind: 'exact' | 'gap' | 'repeated';
  readonly earlier: IsoTime;
  readonly later: IsoTime;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Reads a wall time with the offsets that hold a day before and a day after it. In a gap these give the two instants
 * at which it would be that late by the old and by the new clock. Null: no such date.
 */
export function readWallTime(wall: WallTime, zone: string): WallReading | null {
  const naive = Date.parse(`${wall}:00.000Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) || Number.isNaN(naive)) return null;
  const iso = (ms: number): IsoTime => new Date(ms).toISOString() as IsoTime;
  // A day that no month has is read as the next one by some engines.
  if (iso(naive).slice(0, 16) !== wall) return null;
  const instants = [naive - DAY_MS, naive + DAY_MS]
    .map((near) => naive - offsetAt(iso(near), zone) * 60_000)
    .sort((a, b) => a - b);
  const real = [...new Set(instants)].filter((ms) => wallTime(iso(ms), zone) === wall);
  const [first, last] = [real[0] ?? instants[0] ?? naive, real.at(-1) ?? instants.at(-1) ?? naive];
  const kind = real.length === 0 ? 'gap' : real.length > 1 ? 'repeated' : 'exact';
  return { kind, earlier: iso(first), later: iso(last) };
}

/** When a deadline announced by a wall time passes: the later reading, so that nobody loses time to a clock change. */
export const deadlineAt = (wall: WallTime, zone: string): IsoTime | null =>
  readWallTime(wall, zone)?.later ?? null;

/** When a window announced by a wall time opens: the earlier reading. */
export const openingAt = (wall: WallTime, zone: string): IsoTime | null =>
  readWallTime(wall, zone)?.earlier ?? null;

/** One instant as it is shown: in which zone, what its clocks show, how far they are ahead of UTC. */
export interface ShownTime {
  readonly zone: string;
  readonly wall: WallTime;
  readonly offsetMinutes: number;
}

/** A time in UTC, in New York and where its reader is, each zone once. An unknown zone of a reader is left out. */
export const shownTimes = (at: IsoTime, reader: string | null): ShownTime[] =>
  [...new Set(['UTC', NEW_YORK, ...(reader !== null && isTimeZone(reader) ? [reader] : [])])].map((zone) => ({
    zone,
    wall: wallTime(at, zone),
    offsetMinutes: offsetAt(at, zone),
  }));
