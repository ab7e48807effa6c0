import type { AskedDay, AskedMoment } from '../model/asked-moment.ts';
import type { IsoTime } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { ok, type Result } from '../model/result.ts';
import { deadlineAt, isTimeZone, openingAt } from './time-zone.ts';
import { wrong } from './wrong-field.ts';

/** Which of two readings counts where clocks skip or repeat a time (rule V84). */
export type MomentReading = 'opening' | 'deadline';

/** Reads an announced time into an instant; `field` names it in what is answered to a wrong one. */
export function readMoment(
  asked: AskedMoment,
  reading: MomentReading,
  field: string,
): Result<IsoTime, Problem> {
  if (typeof asked === 'string') {
    const ms = Date.parse(asked);
    if (Number.isNaN(ms)) return wrong(field, 'must be a time such as 2026-03-06T20:00:00Z');
    return ok(new Date(ms).toISOString() as IsoTime);
  }
  if (!isTimeZone(asked.timeZone))
    return wrong(`${field}.timeZone`, 'must be a zone by its IANA name, such as America/New_York');
  const read = reading === 'deadline' ? deadlineAt : openingAt;
  const at = read(asked.wall, asked.timeZone);
  return at === null ? wrong(`${field}.wall`, 'is no date and time of the calendar') : ok(at);
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Reads a day as its noon in UTC, which has the same date nearly everywhere on earth; the day that it is at `now` is
 * no later than now, so that "today" is no plan.
 */
export function readDay(
  asked: AskedDay,
  field: string,
  now: IsoTime | null = null,
): Result<IsoTime, Problem> {
  if (typeof asked !== 'string' || !DAY.test(asked))
    return readMoment(asked as AskedMoment, 'opening', field);
  const noon = readMoment(`${asked}T12:00:00.000Z` as IsoTime, 'opening', field);
  if (!noon.ok || now === null || now.slice(0, 10) !== asked || noon.value <= now) return noon;
  return ok(now);
}
