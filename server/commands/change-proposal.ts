import * as decide from '../../shared/domain/proposal.ts';
import { decideChanges, type WantedChange } from '../../shared/domain/proposed-changes.ts';
import * as sponsoring from '../../shared/domain/sponsorship.ts';
import type { Writer } from '../../shared/domain/written.ts';
import type { Act } from '../../shared/model/audit.ts';
import { dispositionId } from '../../shared/model/disposition.ts';
import type { DelegationId, ProposalId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { Proposal, Sponsorship } from '../../shared/model/proposal.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Action } from '../../shared/policy/table.ts';
import type { CommandContext } from './context.ts';
import { signatureOf } from './input-facts.ts';
import { type Loaded, perform, type Request } from './perform.ts';
import { judgedText, liveText, type ProposalContext, type ProposalEntry } from './propose.ts';
import { recordRow } from './record-row.ts';
import { seenSubject } from './seen-subject.ts';
import { writerOf } from './writer.ts';

type Changed = Promise<Result<ProposalEntry, Problem>>;
type Decided = Result<Proposal, Problem>;

/** What a change of a proposal is decided on. */
interface Facts {
  readonly proposal: Proposal;
  readonly writer: Writer;
  readonly handling: decide.Handling;
  readonly loaded: Loaded;
}

/** A change of a proposal that whoever acts can see: a further revision of it. */
const change = (
  context: CommandContext,
  request: Request,
  action: Action,
  act: Act,
  id: ProposalId,
  decideOn: (facts: Facts) => Decided | Promise<Decided>,
): Changed =>
  perform(context, request, action, act, async (loaded) => {
    const proposal = await seenSubject(loaded, 'proposal', id);
    if (proposal === null) return fail(problem('not-found', 'there is no such proposal'));
    const handling = await handlingOf(loaded, id);
    const decided = await decideOn({ proposal, writer: await writerOf(loaded), handling, loaded });
    if (!decided.ok) return decided;
    const { entry, ...recorded } = await recordRow(loaded, 'proposal', id, decided.value);
    return ok({ answer: entry, ...recorded });
  });

async function handlingOf({ rows, document }: Loaded, id: ProposalId): Promise<decide.Handling> {
  const acceptances = await rows.register.ofNoun(document.id, 'acceptance');
  const disposition = dispositionId({ noun: 'proposal', id });
  return {
    beingDecided: acceptances.some(({ row }) => row.proposalId === id && row.state === 'applying'),
    decided: (await rows.register.find(document.id, 'disposition', disposition)) !== null,
  };
}

/** Other words for one's own proposal. */
export async function editProposal(
  context: ProposalContext,
  request: Request,
  id: ProposalId,
  wanted: readonly WantedChange[],
  rationale: string,
): Changed {
  const live = await liveText(context, request.documentId, wanted);
  return await change(
    context,
    request,
    'proposal.write',
    'proposal.edit',
    id,
    async ({ proposal, writer, handling, loaded }) => {
      const text = await judgedText(loaded, proposal.text, proposal.amends, live);
      if (!text.ok) return text;
      const changes = decideChanges(wanted, text.value, context.secrets.newId);
      if (!changes.ok) return changes;
      return decide.editProposal(proposal, changes.value, rationale.trim(), writer, handling);
    },
  );
}

/** Takes a proposal back; it stays on record. */
export const withdrawProposal = (context: CommandContext, request: Request, id: ProposalId): Changed =>
  change(context, request, 'disposition.answer', 'proposal.withdraw', id, ({ proposal, writer, handling }) =>
    decide.withdrawProposal(proposal, writer, handling),
  );

/** Makes a proposal of one's own delegation public. */
export const submitProposal = (context: CommandContext, request: Request, id: ProposalId): Changed =>
  change(context, request, 'proposal.write', 'proposal.submit', id, ({ proposal, writer, handling }) =>
    decide.submitProposal(proposal, writer, handling),
  );

/** One's delegation asks to co-sponsor. */
export const askToSponsor = (context: CommandContext, request: Request, id: ProposalId): Changed =>
  change(context, request, 'proposal.write', 'proposal.sponsor', id, ({ proposal, writer, handling }) =>
    sponsoring.askToSponsor(proposal, writer, handling),
  );

/** The proposer answers who asked, or a co-sponsor leaves. */
export const answerSponsor = (
  context: CommandContext,
  request: Request,
  id: ProposalId,
  delegation: DelegationId,
  state: Exclude<Sponsorship['state'], 'asked'>,
): Changed =>
  change(context, request, 'disposition.answer', 'proposal.sponsor', id, ({ proposal, writer, handling }) =>
    sponsoring.answerSponsor(proposal, delegation, state, writer, handling),
  );

/** Facilitators offer other wording. */
export async function offerCompromise(
  context: ProposalContext,
  request: Request,
  id: ProposalId,
  wanted: readonly WantedChange[],
  reason: string,
): Changed {
  const live = await liveText(context, request.documentId, wanted);
  return await change(
    context,
    request,
    'disposition.decide',
    'proposal.offer-compromise',
    id,
    async ({ proposal, handling, loaded }) => {
      const text = await judgedText(loaded, proposal.text, proposal.amends, live);
      if (!text.ok) return text;
      const changes = decideChanges(wanted, text.value, context.secrets.newId);
      if (!changes.ok) return changes;
      return decide.offerCompromise(proposal, changes.value, reason.trim(), signatureOf(loaded), handling);
    },
  );
}

/** The proposer's answer to other wording. */
export const answerCompromise = (
  context: CommandContext,
  request: Request,
  id: ProposalId,
  accepted: boolean,
  reason: string,
): Changed =>
  change(
    context,
    request,
    'disposition.answer',
    'proposal.answer-compromise',
    id,
    ({ proposal, writer, handling, loaded }) =>
      decide.answerCompromise(proposal, accepted, reason.trim(), signatureOf(loaded), writer, handling),
  );
