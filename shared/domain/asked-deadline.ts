import type { IsoTime } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { ok, type Result } from '../model/result.ts';
import { isTimeZone, readWallTime, type WallTime } from './time-zone.ts';
import { wrong } from './wrong-field.ts';

/** A deadline as somebody announces it: an instant, or what the clocks of a place will show. */
export type AskedDeadline = IsoTime | { readonly wall: WallTime; readonly timeZone: string };

/** Told to whoever asks; nothing is refused for them. */
export type DeadlineWarning = 'wall-time-skipped' | 'wall-time-repeated';

/** Reads a deadline (rules V83, V84): where clocks change, the later reading, and that it was one. */
export function readDeadline(
  asked: AskedDeadline,
): Result<{ readonly deadline: IsoTime; readonly warnings: readonly DeadlineWarning[] }, Problem> {
  if (typeof asked === 'string') return ok({ deadline: asked, warnings: [] });
  const { wall, timeZone } = asked;
  if (!isTimeZone(timeZone))
    return wrong('deadline.timeZone', `${timeZone} is no time zone of the IANA data base`);
  const reading = readWallTime(wall, timeZone);
  if (reading === null) return wrong('deadline.wall', 'must be a date and time such as 2026-03-08T15:00');
  const { kind, later } = reading;
  if (kind === 'exact') return ok({ deadline: later, warnings: [] });
  return ok({ deadline: later, warnings: [kind === 'gap' ? 'wall-time-skipped' : 'wall-time-repeated'] });
}
