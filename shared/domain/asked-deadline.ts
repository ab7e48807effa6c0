import type { AskedMoment } from '../model/asked-moment.ts';
import type { IsoTime } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { ok, type Result } from '../model/result.ts';
import { readMoment } from './asked-moment.ts';
import { readWallTime } from './time-zone.ts';

/** Told to whoever announces a deadline where clocks change; nothing is refused for them. */
export type DeadlineWarning = 'wall-time-skipped' | 'wall-time-repeated';

/** Reads a deadline (rules V84, V128): where clocks change, the later reading, and that it was one. */
export function readDeadline(
  asked: AskedMoment,
): Result<{ readonly deadline: IsoTime; readonly warnings: readonly DeadlineWarning[] }, Problem> {
  const read = readMoment(asked, 'deadline', 'deadline');
  if (!read.ok) return read;
  const kind = typeof asked === 'string' ? 'exact' : readWallTime(asked.wall, asked.timeZone)?.kind;
  const warnings: readonly DeadlineWarning[] =
    kind === 'gap' ? ['wall-time-skipped'] : kind === 'repeated' ? ['wall-time-repeated'] : [];
  return ok({ deadline: read.value, warnings });
}
