import { type Problem, problem } from '../model/problem.ts';
import type { Compromise, Proposal, ProposedChange } from '../model/proposal.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import { isAuthor, type Writer, wasWithdrawn } from './written.ts';

/** A proposal as it is first written. */
export const newProposal = (
  written: Pick<
    Proposal,
    'id' | 'documentId' | 'by' | 'text' | 'amends' | 'changes' | 'rationale' | 'visibility'
  >,
): Proposal => ({ ...written, sponsors: [], compromises: [], editedAt: null, withdrawnAt: null });

/** What the facilitators have made of a proposal. */
export interface Handling {
  /** It is being written into the text at this moment. */
  readonly beingDecided: boolean;
  /** It has a disposition. */
  readonly decided: boolean;
}

type Decided = Result<Proposal, Problem>;
const refuse = (code: Problem['code'], detail: string): { readonly ok: false; readonly error: Problem } =>
  fail(problem(code, detail));

/** Why nothing at all can be done with a proposal now, or null. */
export const proposalHindrance = (
  proposal: Proposal,
  { beingDecided, decided }: Handling,
): Problem | null => {
  if (beingDecided)
    return problem('being-decided', 'the proposal is being taken up into the text at this moment');
  if (decided) return problem('already-decided', 'the facilitators have decided on this proposal');
  return wasWithdrawn(proposal);
};

/** Other words for the same proposal. A change of the same paragraph by the same act goes on being that change. */
export function editProposal(
  proposal: Proposal,
  changes: readonly ProposedChange[],
  rationale: string,
  writer: Writer,
  handling: Handling,
): Decided {
  const refusal = proposalHindrance(proposal, handling) ?? isAuthor(proposal, writer);
  if (refusal !== null) return fail(refusal);
  return ok({
    ...proposal,
    changes: changes.map((change) => ({
      ...change,
      id: sameChange(proposal.changes, change)?.id ?? change.id,
    })),
    rationale,
    editedAt: writer.now,
  });
}

/** The change of a proposal that another one is about. */
export const sameChange = (
  changes: readonly ProposedChange[],
  { act, paragraph, amends }: ProposedChange,
): ProposedChange | undefined =>
  changes.find(
    (one) =>
      one.act === act &&
      one.paragraph === paragraph &&
      one.amends?.change === amends?.change &&
      one.amends?.part === amends?.part,
  );

/** Takes a proposal back. It stays on record, with its words. */
export function withdrawProposal(proposal: Proposal, writer: Writer, handling: Handling): Decided {
  const refusal = proposalHindrance(proposal, handling) ?? isAuthor(proposal, writer);
  return refusal === null ? ok({ ...proposal, withdrawnAt: writer.now }) : fail(refusal);
}

/** Makes a delegation's own proposal public: only its head does. */
export function submitProposal(proposal: Proposal, writer: Writer, handling: Handling): Decided {
  const refusal = proposalHindrance(proposal, handling);
  if (refusal !== null) return fail(refusal);
  if (proposal.visibility === 'public') return refuse('already-exists', 'this proposal is public already');
  if (proposal.by.delegationId !== writer.delegationId || !writer.head)
    return refuse('not-permitted', 'only the head of your delegation makes its proposals public');
  return ok({ ...proposal, visibility: 'public' });
}

/** Facilitators offer other wording for the same changes. It takes the place of an offer that was not answered. */
export function offerCompromise(
  proposal: Proposal,
  changes: readonly ProposedChange[],
  reason: string,
  by: Signature,
  handling: Handling,
): Decided {
  const refusal = proposalHindrance(proposal, handling);
  if (refusal !== null) return fail(refusal);
  const kept: ProposedChange[] = [];
  for (const [at, change] of changes.entries()) {
    const answered = proposal.changes.find(({ paragraph }) => paragraph === change.paragraph);
    const own = sameChange(proposal.changes, change) ?? answered;
    if (own === undefined) {
      const said = 'is about no paragraph that the proposal changes';
      return fail(
        problem('invalid-fields', `changes.${at}.paragraph: ${said}`, [
          { field: `changes.${at}.paragraph`, problem: said },
        ]),
      );
    }
    kept.push({ ...change, id: own.id });
  }
  const offer: Compromise = { changes: kept, reason, by, answer: null };
  return ok({ ...proposal, compromises: [...proposal.compromises, offer] });
}

/** The proposer's answer to the last offer. */
export function answerCompromise(
  proposal: Proposal,
  accepted: boolean,
  reason: string,
  by: Signature,
  writer: Writer,
  handling: Handling,
): Decided {
  const refusal = proposalHindrance(proposal, handling) ?? isAuthor(proposal, writer);
  if (refusal !== null) return fail(refusal);
  const last = proposal.compromises.at(-1);
  if (last === undefined) return refuse('not-found', 'no other wording was offered for this proposal');
  if (last.answer !== null) return refuse('already-decided', 'this offer was answered before');
  const answered: Compromise = { ...last, answer: { accepted, reason, by } };
  return ok({ ...proposal, compromises: [...proposal.compromises.slice(0, -1), answered] });
}

/**
 * The changes that count: the proposer's own, or the compromise that they accepted, as long as they have not changed
 * their own words since.
 */
export function standingChanges({ changes, compromises, editedAt }: Proposal): readonly ProposedChange[] {
  const last = compromises.at(-1);
  if (last?.answer?.accepted !== true) return changes;
  return editedAt !== null && editedAt > last.answer.by.at ? changes : last.changes;
}
