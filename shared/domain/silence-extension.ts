import type { IsoTime } from '../model/ids.ts';
import type { Milestone } from '../model/milestone.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import type { SilenceExtension, SilenceProcedure } from '../model/silence.ts';
import { isRunning, normalDeadline, over, type SilenceWarning, warningsOf } from './silence.ts';
import { wrong } from './wrong-field.ts';

/**
 * How often one silence may be extended. Every revision of its row holds all extensions with their letters, so that the
 * register would grow with the square of their number; in practice there are one or two.
 */
export const EXTENSIONS = 20;

export interface WantedExtension {
  readonly deadline: IsoTime;
  readonly letter: string;
}

/** Gives more time (rule V68). Objections stay as they are; they are judged by the deadline that stands at the end. */
export function extendSilence(
  silence: SilenceProcedure,
  { deadline, letter }: WantedExtension,
  /** `at` is the server's clock: it decides whether the silence runs. */
  by: Signature,
): Result<{ readonly row: SilenceProcedure; readonly warnings: readonly SilenceWarning[] }, Problem> {
  if (!isRunning(silence, by.at)) return over(silence);
  const asked = normalDeadline(deadline);
  if (!asked.ok) return asked;
  const { deadline: from, extensions = [] } = silence;
  if (asked.value <= from) return wrong('deadline', `must be later than the one that stands, ${from}`);
  if (extensions.length >= EXTENSIONS)
    return fail(problem('phase-conflict', `a silence is extended at most ${EXTENSIONS} times`));
  const extension: SilenceExtension = { from, to: asked.value, letter, by };
  const row = { ...silence, deadline: asked.value, extensions: [...extensions, extension] };
  return ok({ row, warnings: warningsOf(row) });
}

/** The milestones of a silence whose window ends with its deadline, ending with the new one (rule V69). */
export const milestonesExtended = (
  milestones: readonly Milestone[],
  from: IsoTime,
  to: IsoTime,
): readonly Milestone[] =>
  milestones.flatMap((milestone) => {
    const { kind, window, planned, actual, withdrawnAt } = milestone;
    if (kind !== 'silence' || withdrawnAt !== null || window?.closesAt !== from) return [];
    // A planned day that was left out is the end of the window.
    const day = actual === null && planned === from ? to : planned;
    return [{ ...milestone, planned: day, window: { ...window, closesAt: to } }];
  });
