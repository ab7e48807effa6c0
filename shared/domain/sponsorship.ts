import type { DelegationId, IsoTime } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Proposal, Sponsorship } from '../model/proposal.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type Handling, proposalHindrance } from './proposal.ts';
import { isAuthor, type Writer } from './written.ts';

type Decided = Result<Proposal, Problem>;
const refuse = (code: Problem['code'], detail: string): { readonly ok: false; readonly error: Problem } =>
  fail(problem(code, detail));

const stateOf = (proposal: Proposal, delegation: DelegationId): Sponsorship['state'] | null =>
  proposal.sponsors.find(({ delegationId }) => delegationId === delegation)?.state ?? null;

/** A delegation asks to co-sponsor; once declined or left it may ask again. */
export function askToSponsor(proposal: Proposal, writer: Writer, handling: Handling): Decided {
  const refusal = proposalHindrance(proposal, handling);
  if (refusal !== null) return fail(refusal);
  if (proposal.by.delegationId === writer.delegationId)
    return refuse('already-exists', 'it is your own delegation’s proposal');
  if (proposal.visibility !== 'public')
    return refuse('not-permitted', 'a proposal takes co-sponsors once it is public');
  const state = stateOf(proposal, writer.delegationId);
  if (state === 'asked' || state === 'accepted')
    return refuse('already-exists', `your delegation has ${state === 'asked' ? 'asked' : 'joined'} already`);
  const asking: Sponsorship = {
    delegationId: writer.delegationId,
    askedBy: writer.id,
    askedAt: writer.now,
    state: 'asked',
    answeredAt: null,
  };
  return ok(withSponsor(proposal, asking));
}

/** The proposer accepts or declines who asked; a co-sponsor leaves, and who asked may take it back. */
export function answerSponsor(
  proposal: Proposal,
  delegation: DelegationId,
  state: Exclude<Sponsorship['state'], 'asked'>,
  writer: Writer,
  handling: Handling,
): Decided {
  const refusal = proposalHindrance(proposal, handling);
  if (refusal !== null) return fail(refusal);
  const standing = proposal.sponsors.find(({ delegationId }) => delegationId === delegation);
  if (standing === undefined) return refuse('not-found', 'this delegation has not asked to co-sponsor');
  if (state === 'left') {
    if (writer.delegationId !== delegation)
      return refuse('not-permitted', 'only the delegation itself leaves a proposal');
    if (standing.state !== 'accepted' && standing.state !== 'asked')
      return refuse('already-decided', `this delegation is no co-sponsor: it was ${standing.state}`);
  } else {
    const stranger = isAuthor(proposal, writer);
    if (stranger !== null) return fail(stranger);
    if (standing.state !== 'asked')
      return refuse('already-decided', `this request was answered before: ${standing.state}`);
  }
  const answeredAt: IsoTime = writer.now;
  return ok(withSponsor(proposal, { ...standing, state, answeredAt }));
}

const withSponsor = (proposal: Proposal, sponsor: Sponsorship): Proposal => ({
  ...proposal,
  sponsors: [
    ...proposal.sponsors.filter(({ delegationId }) => delegationId !== sponsor.delegationId),
    sponsor,
  ],
});
