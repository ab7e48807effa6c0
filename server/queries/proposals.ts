import { type Contender, findCollisionsSteps } from '../../shared/amend/collisions.ts';
import { derive } from '../../shared/amend/derive.ts';
import type { ChangeStanding } from '../../shared/amend/standing.ts';
import type { ProposalAnswer, ProposalsAnswer } from '../../shared/api/proposal.ts';
import { type Proposals, proposalStanding } from '../../shared/domain/proposal-standing.ts';
import { dispositionId } from '../../shared/model/disposition.ts';
import type { ProposalId, VersionId } from '../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { mapInSteps } from '../../shared/model/steps.ts';
import { asSeenBy } from '../../shared/policy/visible.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { inSteps } from '../steps/in-steps.ts';
import type { QueryContext } from './context.ts';
import { notFound, permit } from './permit.ts';
import { viewerOf } from './register.ts';
import type { RegisterCopy } from './register-copies.ts';
import { workingText } from './texts.ts';

type ProposalEntry = EntryOf<'proposal'>;

/** All proposals that a visitor sees, with how the open ones stand in the text and to each other. */
export async function listProposals(
  context: QueryContext,
  visitor: Visitor,
): Promise<Result<ProposalsAnswer, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { id } = visitor.document;
  const register = await context.registers.of(id);
  const viewer = viewerOf(visitor);
  const entries = await context.store.rows.register.ofNoun(id, 'proposal');
  const seen = entries.filter((entry) => asSeenBy(entry, viewer, register) !== null);
  const text = await standingText(context, visitor);
  const decided = decidedIn(register);
  const proposals = await inSteps(
    mapInSteps(seen, (entry) => ({ entry, standing: standingIn(text, entry, decided) })),
  );
  const contenders = proposals.flatMap(({ entry, standing }) =>
    (standing?.changes ?? []).map((change): Contender => ({ proposal: entry.row.id, standing: change })),
  );
  return ok({
    text: text?.name ?? null,
    proposals,
    collisions: await inSteps(findCollisionsSteps(contenders)),
  });
}

/** One proposal, with how it stands in the text. */
export async function findProposal(
  context: QueryContext,
  visitor: Visitor,
  id: ProposalId,
): Promise<Result<ProposalAnswer, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const entry = await context.store.rows.register.find(visitor.document.id, 'proposal', id);
  const register = await context.registers.of(visitor.document.id);
  if (entry === null || asSeenBy(entry, viewerOf(visitor), register) === null) return notFound('proposal');
  const text = await standingText(context, visitor);
  return ok({ text: text?.name ?? null, entry, standing: standingIn(text, entry, decidedIn(register)) });
}

interface StandingText {
  readonly name: 'working' | VersionId;
  readonly paragraphs: readonly LabelledParagraph[];
}

/** The text that proposals are brought to: the working text for whoever may see it, else the latest version. */
async function standingText(context: QueryContext, visitor: Visitor): Promise<StandingText | null> {
  const working = await workingText(context, visitor);
  if (working.ok) return { name: 'working', paragraphs: working.value.paragraphs };
  const latest = await context.store.rows.versions.latest(visitor.document.id);
  return latest === null ? null : { name: latest.id, paragraphs: latest.paragraphs };
}

/** What was decided, looked up once for all proposals of an answer. */
interface Decided extends Proposals {
  isTakenUp(id: ProposalId): boolean;
}

function decidedIn(register: RegisterCopy): Decided {
  const applied = new Map(
    register
      .ofNoun('acceptance')
      .filter(({ row }) => row.state === 'applied')
      .map(({ row }) => [row.proposalId, row]),
  );
  const accepted = new Set(
    register
      .ofNoun('disposition')
      .filter(({ row }) => row.decision === 'accepted')
      .map(({ id }) => id),
  );
  return {
    proposal: (id) => register.proposal(id),
    applied: (id) => applied.get(id),
    isTakenUp: (id) => accepted.has(dispositionId({ noun: 'proposal', id })),
  };
}

/** How an open proposal stands; null for one that was withdrawn or taken up, and where there is no text. */
function standingIn(text: StandingText | null, { row }: ProposalEntry, decided: Decided) {
  if (text === null || row.withdrawnAt !== null || decided.isTakenUp(row.id)) return null;
  const { state, changes } = proposalStanding(row, decided, text.paragraphs);
  return { state, changes: changes.map((change) => ({ ...change, words: wordsOf(change) })) };
}

/** What a change does, word by word. */
function wordsOf({ act, now, wording }: ChangeStanding) {
  if (act === 'keep' || act === 'move') return derive(now, now);
  return act === 'insert-after' ? derive([], wording.flat()) : derive(now, wording.flat());
}
