import type { AskedDay, AskedMoment } from '../model/asked-moment.ts';
import type { IsoTime, VersionId } from '../model/ids.ts';
import type { InputWindow, Milestone, MilestoneKind } from '../model/milestone.ts';
import type { Problem } from '../model/problem.ts';
import { ok, type Result } from '../model/result.ts';
import { readDay, readMoment } from './asked-moment.ts';
import type { WantedMilestone } from './roadmap.ts';
import { wrong } from './wrong-field.ts';

/** A milestone as it is asked for: days and times as people announce them. */
export interface MilestoneRequest {
  readonly kind: MilestoneKind;
  readonly name: string;
  /** May be left out where there is a window: the end of it. */
  readonly planned: AskedDay | null;
  readonly actual: AskedDay | null;
  readonly window: {
    readonly opensAt: AskedMoment;
    readonly closesAt: AskedMoment;
    readonly timeZone: string;
  } | null;
  readonly version: VersionId | null;
}

/** Reads the times of a request (rules V83, V84, V130). */
export function readMilestone(asked: MilestoneRequest, now: IsoTime): Result<WantedMilestone, Problem> {
  const window = asked.window === null ? ok(null) : readWindow(asked.window);
  if (!window.ok) return window;
  if (asked.planned === null && window.value === null)
    return wrong('planned', 'say the day for which it is planned');
  const planned =
    asked.planned === null ? ok(window.value?.closesAt ?? now) : readDay(asked.planned, 'planned');
  if (!planned.ok) return planned;
  const actual = asked.actual === null ? ok(null) : readDay(asked.actual, 'actual', now);
  if (!actual.ok) return actual;
  const { kind, name, version } = asked;
  return ok({ kind, name, version, planned: planned.value, actual: actual.value, window: window.value });
}

function readWindow(asked: NonNullable<MilestoneRequest['window']>): Result<InputWindow, Problem> {
  const opensAt = readMoment(asked.opensAt, 'opening', 'window.opensAt');
  if (!opensAt.ok) return opensAt;
  const closesAt = readMoment(asked.closesAt, 'deadline', 'window.closesAt');
  if (!closesAt.ok) return closesAt;
  return ok({ opensAt: opensAt.value, closesAt: closesAt.value, timeZone: asked.timeZone });
}

/** "Open now until …": the window that a milestone gets when it is opened, from now on. */
export function openedNow(
  { window }: Pick<Milestone, 'window'>,
  asked: { readonly closesAt: AskedMoment | null; readonly timeZone: string | null },
  now: IsoTime,
): Result<InputWindow, Problem> {
  const announced = asked.closesAt ?? window?.closesAt ?? null;
  if (announced === null) return wrong('closesAt', 'say until when: this milestone has no window yet');
  const closesAt = readMoment(announced, 'deadline', 'closesAt');
  if (!closesAt.ok) return closesAt;
  if (closesAt.value <= now) return wrong('closesAt', 'must lie in the future');
  const named = typeof asked.closesAt === 'string' ? null : (asked.closesAt?.timeZone ?? null);
  const timeZone = asked.timeZone ?? named ?? window?.timeZone ?? 'UTC';
  return ok({ opensAt: now, closesAt: closesAt.value, timeZone });
}
