/** How moments are said. Every one is named in UTC first; the reader's own clock stands beside it. */

/** `3 October 2026, 18:00 UTC` */
export function momentInUtc(iso: string, locale: string): string {
  const moment = new Date(iso);
  const date = dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(moment);
  return `${date}, ${clock(moment, locale, 'UTC')} UTC`;
}

/** `3 Oct, 18:00 UTC`, with the year where it is not the present one. */
export function shortMomentInUtc(iso: string, locale: string, now: Date): string {
  const moment = new Date(iso);
  const sameYear = moment.getUTCFullYear() === now.getUTCFullYear();
  const date = dateFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' as const }),
    timeZone: 'UTC',
  }).format(moment);
  return `${date}, ${clock(moment, locale, 'UTC')} UTC`;
}

/** `Friday, 6 March 2026, 15:00` by the clocks of a zone, without naming it. */
export function momentWithDay(iso: string, locale: string, zone: string): string {
  const moment = new Date(iso);
  const date = dateFormat(locale, { dateStyle: 'full', timeZone: zone }).format(moment);
  return `${date}, ${clock(moment, locale, zone)}`;
}

/** `2 days, 5 hours`: the two largest units that are not empty, whole minutes; null below a minute. */
export function duration(ms: number, locale: string): string | null {
  const minutes = Math.floor(ms / 60_000);
  const parts = [
    ['day', Math.floor(minutes / 1440)],
    ['hour', Math.floor((minutes % 1440) / 60)],
    ['minute', minutes % 60],
  ] as const;
  const first = parts.findIndex(([, count]) => count > 0);
  if (first < 0) return null;
  const said = parts
    .slice(first, first + 2)
    .filter(([, count]) => count > 0)
    .map(([unit, count]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    );
  return new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(said);
}

/** `3 October 2026` by the calendar of UTC. */
export const dateInUtc = (iso: string, locale: string): string =>
  dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));

/**
 * The same moment by the reader's clock: `New York 14:00`, with the date where it differs from the one in UTC.
 * Null where the reader's clock shows the same as UTC.
 */
export function momentInZone(iso: string, locale: string, zone: string): string | null {
  const moment = new Date(iso);
  const local = clock(moment, locale, zone);
  const sameDay = day(moment, zone) === day(moment, 'UTC');
  if (sameDay && local === clock(moment, locale, 'UTC')) return null;
  const date = sameDay
    ? ''
    : `${dateFormat(locale, { day: 'numeric', month: 'short', timeZone: zone }).format(moment)}, `;
  return `${placeOf(zone)} ${date}${local}`;
}

/** The moment by the clocks of a zone: `Friday 16 October 2026, 18:00`. The place is said beside it. */
export function momentByClocksOf(iso: string, locale: string, zone: string): string {
  const moment = new Date(iso);
  const options = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  } as const;
  return `${dateFormat(locale, options).format(moment)}, ${clock(moment, locale, zone)}`;
}

/** The clock of another zone, with the day where it is another one: `22:00`, or `17 Oct, 00:00`. */
export function clockBeside(iso: string, locale: string, zone: string, stated: string): string {
  const moment = new Date(iso);
  const time = clock(moment, locale, zone);
  if (day(moment, zone) === day(moment, stated)) return time;
  return `${dateFormat(locale, { day: 'numeric', month: 'short', timeZone: zone }).format(moment)}, ${time}`;
}

/** `in 3 days`, `in 5 hours`, `2 days ago`: the largest unit of which at least one is full. */
export function fromNow(iso: string, locale: string, now: Date): string {
  const seconds = (new Date(iso).getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, size] of UNITS)
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  return format.format(0, 'minute');
}

const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/** A place out of an IANA zone name: `America/New_York` → `New York`. */
export const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** Making a format costs more than using it by far, and lists show the same ones hundreds of times. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dateFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, made);
  return made;
}

const clock = (moment: Date, locale: string, zone: string): string =>
  dateFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(moment);

const day = (moment: Date, zone: string): string =>
  dateFormat('en-CA', { dateStyle: 'short', timeZone: zone }).format(moment);
