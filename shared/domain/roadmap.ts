import type { DocumentId, IsoTime, VersionId } from '../model/ids.ts';
import { type InputWindow, MILESTONE_KINDS, type Milestone } from '../model/milestone.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import { isTimeZone, wallTime } from './time-zone.ts';
import { wrong } from './wrong-field.ts';

/** The least time for inputs that is usual; shorter is told, not refused. */
export const WINDOW_WORKING_DAYS = 7;
export const MAX_MILESTONE_NAME = 200;

export type WantedMilestone = Pick<Milestone, 'kind' | 'name' | 'planned' | 'actual' | 'window' | 'version'>;

export interface MilestoneFacts {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly before: Milestone | null;
  readonly versions: ReadonlySet<VersionId>;
  readonly by: Signature;
}

export type MilestoneWarning = 'shorter-than-seven-working-days';

/** Puts a milestone on the roadmap, or changes it (rules V80–V82). */
export function decideMilestone(
  wanted: WantedMilestone,
  { id, documentId, before, versions, by }: MilestoneFacts,
): Result<{ readonly row: Milestone; readonly warnings: readonly MilestoneWarning[] }, Problem> {
  if (before !== null && before.withdrawnAt !== null)
    return fail(problem('withdrawn', `this was taken off the roadmap at ${before.withdrawnAt}`));
  const name = wanted.name.trim();
  if (name === '' || name.length > MAX_MILESTONE_NAME)
    return wrong('name', `must have 1 to ${MAX_MILESTONE_NAME} characters`);
  const planned = timeOf(wanted.planned);
  if (planned === null) return wrong('planned', 'must be a time such as 2026-03-06T20:00:00.000Z');
  const actual = wanted.actual === null ? null : timeOf(wanted.actual);
  if (wanted.actual !== null && actual === null) return wrong('actual', 'must be a time, or null');
  if (actual !== null && actual > by.at) return wrong('actual', 'must not lie in the future: that is a plan');
  if (wanted.version !== null && !versions.has(wanted.version))
    return wrong('version', 'is no version of this document');
  const window = decideWindow(wanted.window);
  if (!window.ok) return window;
  const { kind, version } = wanted;
  const short = window.value !== null && workingDays(window.value) < WINDOW_WORKING_DAYS;
  return ok({
    row: {
      id,
      documentId,
      kind,
      name,
      planned,
      actual,
      window: window.value,
      version,
      withdrawnAt: null,
      by,
    },
    warnings: short ? ['shorter-than-seven-working-days'] : [],
  });
}

function decideWindow(window: InputWindow | null): Result<InputWindow | null, Problem> {
  if (window === null) return ok(null);
  const [opensAt, closesAt] = [timeOf(window.opensAt), timeOf(window.closesAt)];
  if (opensAt === null) return wrong('window.opensAt', 'must be a time');
  if (closesAt === null) return wrong('window.closesAt', 'must be a time');
  if (closesAt <= opensAt) return wrong('window.closesAt', 'must be later than the opening');
  if (!isTimeZone(window.timeZone))
    return wrong('window.timeZone', 'must be a zone by its IANA name, such as America/New_York');
  return ok({ opensAt, closesAt, timeZone: window.timeZone });
}

function timeOf(time: IsoTime): IsoTime | null {
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? null : (new Date(ms).toISOString() as IsoTime);
}

/** Takes it off the roadmap; its row stays with the date. */
export const withdrawMilestone = (before: Milestone, by: Signature): Result<Milestone, Problem> =>
  before.withdrawnAt === null
    ? ok({ ...before, withdrawnAt: by.at, by })
    : fail(problem('withdrawn', `this was taken off the roadmap at ${before.withdrawnAt}`));

const DAY_MS = 24 * 3_600_000;
/** Nobody asks for inputs for longer; a bound for counting. */
const MOST_DAYS = 3660;

/**
 * Working days of a window: dates from Monday to Friday in its zone, after the day it opens on, up to and including
 * the day it closes on. A window that opens at midnight has that day whole; one that closes at midnight closes with
 * the day before. Holidays differ by country and are not known here.
 */
export function workingDays({ opensAt, closesAt, timeZone }: InputWindow): number {
  const dayBefore = (time: IsoTime): number => {
    const last = new Date(Date.parse(time) - 1).toISOString() as IsoTime;
    return Date.parse(`${wallTime(last, timeZone).slice(0, 10)}T00:00:00Z`);
  };
  let count = 0;
  const end = dayBefore(closesAt);
  const start = Math.max(dayBefore(opensAt), end - MOST_DAYS * DAY_MS);
  for (let day = start + DAY_MS; day <= end; day += DAY_MS) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count++;
  }
  return count;
}

export type WindowState = 'not-yet' | 'open' | 'closed';

/** A window opens and closes by the clock, whether or not anybody has looked. */
export const windowState = ({ opensAt, closesAt }: InputWindow, now: IsoTime): WindowState =>
  now < opensAt ? 'not-yet' : now < closesAt ? 'open' : 'closed';

/** The roadmap in its order: by what happened or else is planned, then in the usual order of stations. */
export const roadmapOf = (milestones: readonly Milestone[]): Milestone[] =>
  milestones
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .sort((a, b) => {
      const [left, right] = [a.actual ?? a.planned, b.actual ?? b.planned];
      if (left !== right) return left < right ? -1 : 1;
      return MILESTONE_KINDS.indexOf(a.kind) - MILESTONE_KINDS.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
    });

/** The milestone a process stands at: the last one that has happened; null before the first. */
export const presentMilestone = (milestones: readonly Milestone[]): Milestone | null =>
  roadmapOf(milestones).findLast(({ actual }) => actual !== null) ?? null;
