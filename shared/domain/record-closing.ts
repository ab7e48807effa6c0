import type { IsoTime } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Adoption } from '../model/silence.ts';

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
