import type { OutcomeDocument } from '../model/document.ts';
import type { IsoTime } from '../model/ids.ts';
import type { Milestone } from '../model/milestone.ts';

type Open = Pick<OutcomeDocument, 'phase' | 'closesAt'>;

/**
 * The milestone whose window is the consultation that is open: they close at the same instant. Null while there is
 * none, and for a consultation without an end.
 */
export const runningMilestone = ({ phase, closesAt }: Open, milestones: readonly Milestone[]) =>
  phase !== 'consultation' || closesAt === null
    ? null
    : (milestones.find(
        ({ window, actual, withdrawnAt }) =>
          withdrawnAt === null && actual === null && window?.closesAt === closesAt,
      ) ?? null);

/** A milestone whose window closed at `at`: that is when it was reached. A window that had not opened yet has none. */
export function windowClosed(milestone: Milestone, at: IsoTime): Milestone {
  const { window } = milestone;
  if (window === null || milestone.actual !== null) return milestone;
  const ended = at > window.opensAt && at < window.closesAt ? { ...window, closesAt: at } : window;
  return { ...milestone, actual: at, window: ended };
}

/** What a change of the phase does to the milestone whose window was open; null: nothing (rule V132). */
export function afterPhaseChange(
  before: Open,
  after: Open,
  milestones: readonly Milestone[],
  now: IsoTime,
): Milestone | null {
  const running = runningMilestone(before, milestones);
  if (running === null || running.window === null) return null;
  if (after.phase !== 'consultation') return windowClosed(running, now);
  if (after.closesAt === null || after.closesAt === before.closesAt) return null;
  return { ...running, window: { ...running.window, closesAt: after.closesAt } };
}
