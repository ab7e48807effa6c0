import type { IsoTime } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Adoption } from '../model/silence.ts';
import type { Action } from '../policy/table.ts';

export const isRecordClosed = (adoption: Adoption | null): boolean =>
  adoption !== null && adoption.recordClosedAt !== null;

/** Closes the record: nothing is filed, corrected or withdrawn after. It is not opened again. */
export function closeRecord(adoption: Adoption | null, now: IsoTime): Result<Adoption, Problem> {
  if (adoption === null)
    return fail(problem('phase-conflict', 'nothing has been adopted yet: there is no record to close'));
  if (adoption.recordClosedAt !== null)
    return fail(problem('phase-conflict', `the record was closed at ${adoption.recordClosedAt}`));
  return ok({ ...adoption, recordClosedAt: now });
}

/** Acts that end with adoption: the text, its versions and everything that worked on them (rule V75). */
export const ENDED_BY_ADOPTION: readonly Action[] = [
  'text.write',
  'text.import',
  'version.publish',
  'comment.write',
  'proposal.write',
  'disposition.decide',
  'status.set',
  'position.record',
  'silence.object',
];

/** What adoption or the closed record forbids, whatever the phase says; null where it forbids nothing. */
export function forbiddenByAdoption(adoption: Adoption | null, action: Action): Problem | null {
  if (adoption === null) return null;
  if (ENDED_BY_ADOPTION.includes(action))
    return problem('phase-conflict', `the text was adopted on ${adoption.date.slice(0, 10)} and is final`);
  if (action === 'declaration.file' && isRecordClosed(adoption))
    return problem('too-late', `the record was closed at ${adoption.recordClosedAt}`);
  return null;
}
