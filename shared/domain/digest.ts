import type { IsoTime } from '../model/ids.ts';
import type { MailFrequency } from '../model/mail.ts';

/** Hour of the daily mail, in UTC: before the morning meetings in Geneva, and at night in New York. */
export const DIGEST_HOUR = 6;

/** What comes within this time of the first goes into the same mail, in ms. */
export const GATHERING = 60_000;

/** Least time between two mails to somebody who wants each notice as it comes, in ms. */
export const BETWEEN_MAILS = 5 * 60_000;

const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;

/** The last time the daily mail was due, at or before `now`, in ms. */
const lastDigestHour = (now: number): number =>
  Math.floor((now - DIGEST_HOUR * HOUR) / DAY) * DAY + DIGEST_HOUR * HOUR;

export interface Mailed {
  readonly frequency: MailFrequency;
  readonly confirmedAt: IsoTime | null;
  /** When the last mail with notices was written; null before the first. */
  readonly mailedAt: IsoTime | null;
}

/** Whether somebody could be written to at all now, whatever there is to tell. */
export function mayBeMailed({ frequency, confirmedAt, mailedAt }: Mailed, now: IsoTime): boolean {
  if (frequency === 'off' || confirmedAt === null) return false;
  const time = Date.parse(now);
  const last = mailedAt === null ? null : Date.parse(mailedAt);
  if (frequency === 'each') return last === null || time - last >= BETWEEN_MAILS;
  return Math.max(Date.parse(confirmedAt), last ?? 0) < lastDigestHour(time);
}

/** Whether unread notices, of which the oldest is of `oldest`, are told by mail now. */
export const isDue = (mailed: Mailed, oldest: IsoTime, now: IsoTime): boolean =>
  mayBeMailed(mailed, now) &&
  (mailed.frequency === 'daily' || Date.parse(now) - Date.parse(oldest) >= GATHERING);

/** Waits after failures of the mail server, in ms: doubled from a minute up to an hour. */
export const retryWait = (tries: number): number => Math.min(60 * 60_000, 60_000 * 2 ** Math.min(tries, 10));

/** A mail that could not be sent for so long is dropped, in ms: three days. */
export const GIVE_UP = 3 * DAY;

/** Mails that ask about an address, at most, for one person in a day: nobody is flooded in somebody's name. */
export const CONFIRMATIONS_A_DAY = 5;
