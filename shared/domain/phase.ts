import type { OutcomeDocument, Phase } from '../model/document.ts';
import type { IsoTime } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { isUnderSilence } from './phase-procedures.ts';

/** Where a document stands after its consultation window closed: the team takes up what it heard. */
export const PHASE_AFTER_WINDOW: Phase = 'drafting';

/** What a facilitator asks for. */
export interface PhaseChange {
  readonly phase: Phase;
  readonly closesAt: IsoTime | null;
}

/**
 * Any phase may follow any other: the body decides its own course. Only a consultation is given an end here. While a
 * silence procedure runs, and after adoption, the phase follows from these and is not set (rules V121, V126).
 */
export function decidePhase(
  document: OutcomeDocument,
  change: PhaseChange,
  now: IsoTime,
): Result<OutcomeDocument, Problem> {
  const wrong = (text: string) =>
    fail(problem('invalid-fields', `closesAt ${text}`, [{ field: 'closesAt', problem: text }]));
  const settled = isSettled(document);
  if (settled !== null) return fail(problem('phase-conflict', settled));
  if (change.closesAt !== null && change.phase !== 'consultation')
    return wrong('goes with the phase consultation only');
  const closesAt = change.closesAt === null ? null : normalTime(change.closesAt);
  if (closesAt !== null && closesAt <= now) return wrong('must lie in the future');
  if (change.phase === document.phase && closesAt === document.closesAt)
    return fail(problem('phase-conflict', `the document is in the phase ${change.phase} already`));
  const phaseSince = change.phase === document.phase ? document.phaseSince : now;
  return ok({ ...document, phase: change.phase, phaseSince, closesAt });
}

/** Why the phase is not set by hand now, and what to do instead; or null. */
function isSettled({ phase, closesAt, adoption }: OutcomeDocument): string | null {
  if (adoption !== undefined)
    return adoption.recordClosedAt === null
      ? 'the text has been adopted: what is left is to close its record (POST …/record/closing)'
      : 'the text has been adopted and its record is closed';
  return isUnderSilence({ phase, closesAt })
    ? `a version is under silence until ${closesAt}: wait for the deadline, move it (POST …/silences/:silence/extension), or end the silence (POST …/silences/:silence/ending)`
    : null;
}

/** As the server prints times, so that they compare as text. */
const normalTime = (time: IsoTime): IsoTime => new Date(time).toISOString() as IsoTime;

/** True when the time of a window, or of a silence, has come, whether or not anybody has looked since. */
export const windowIsOver = (document: OutcomeDocument, now: IsoTime): boolean =>
  document.closesAt !== null && document.closesAt <= now;

/** The document after its window closed: since the announced time, not since somebody noticed. */
export const afterWindow = (document: OutcomeDocument): OutcomeDocument => ({
  ...document,
  phase: PHASE_AFTER_WINDOW,
  phaseSince: document.closesAt ?? document.phaseSince,
  closesAt: null,
});
