import { CONTEST_DAYS, type Contest, type Disposition } from '../model/disposition.ts';
import type { DelegationId } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import { contestEnd } from './waiting.ts';

/** A disposition as its author finds it: the newest revision, and whose input it answers. */
export interface Answered {
  readonly row: Disposition;
  readonly revision: number;
  /** Several for a joint submission; none where it is taken for nobody here. */
  readonly authors: readonly DelegationId[];
}

/** The contest that facilitators still have to answer, or null. */
export const openContest = ({ contests }: Disposition): Contest | null =>
  contests.find(({ answer }) => answer === null) ?? null;

/** Whether facilitators have decided since the author's delegation last looked. */
const stale = ({ row, revision }: Answered, seen: number | null): Problem | null =>
  seen === null || seen === revision
    ? null
    : problem(
        'already-decided',
        `the disposition was changed meanwhile (${row.decision}, ${row.by.at}): look at revision ${revision}, then answer`,
      );

const notAuthor = (): Problem =>
  problem(
    'not-permitted',
    'only the delegation that made the input answers its disposition (not-the-author)',
  );

/** The author's delegation is satisfied, or not and says why. A later reaction replaces an earlier one. */
export function decideReaction(
  answered: Answered,
  wanted: { readonly satisfied: boolean; readonly reason: string },
  by: Signature,
  seen: number | null,
): Result<Disposition, Problem> {
  if (!answered.authors.includes(by.delegationId)) return fail(notAuthor());
  const old = stale(answered, seen);
  if (old !== null) return fail(old);
  return ok({
    ...answered.row,
    reaction: { satisfied: wanted.satisfied, reason: wanted.reason.trim(), by },
  });
}

/** The author's delegation says that the input was summarised wrongly: one contest at a time. */
export function decideContest(answered: Answered, text: string, by: Signature): Result<Disposition, Problem> {
  if (!answered.authors.includes(by.delegationId)) return fail(notAuthor());
  const until = contestEnd(answered.row.by.at);
  if (by.at > until)
    return fail(problem('too-late', `a summary can be contested for ${CONTEST_DAYS} days: until ${until}`));
  if (openContest(answered.row) !== null)
    return fail(problem('already-exists', 'an earlier contest still waits for the facilitators’ answer'));
  const contest: Contest = { text: text.trim(), by, answer: null };
  return ok({ ...answered.row, contests: [...answered.row.contests, contest] });
}

/** The facilitators answer the open contest. `who` names whoever answered the last one, in words. */
export function decideContestAnswer(
  row: Disposition,
  text: string,
  by: Signature,
  who: string,
): Result<Disposition, Problem> {
  const open = openContest(row);
  const last = row.contests.at(-1);
  if (open === null)
    return fail(
      last === undefined
        ? problem('not-found', 'nobody contests this summary')
        : problem('already-decided', `the contest was answered by ${who} at ${last.answer?.by.at}`),
    );
  const answer = { text: text.trim(), by };
  return ok({
    ...row,
    contests: row.contests.map((contest) => (contest === open ? { ...contest, answer } : contest)),
  });
}
