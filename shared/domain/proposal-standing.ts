import { type OnText, onText } from '../amend/amended.ts';
import { type ChangeStanding, type ChangeState, standingOf, worstState } from '../amend/standing.ts';
import type { ProposalId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';
import type { Acceptance, Proposal } from '../model/proposal.ts';
import { standingChanges } from './proposal.ts';

/** Where to look up the proposals that others amend, and what was taken up of them. */
export interface Proposals {
  proposal(id: ProposalId): Proposal | undefined;
  /** Its acceptance that was carried out, if there is one. */
  applied(id: ProposalId): Acceptance | undefined;
}

/** How a whole proposal stands in a text. */
export interface ProposalStanding {
  readonly state: ChangeState;
  readonly changes: readonly ChangeStanding[];
}

/** Amendments of amendments that are followed; nobody amends that deeply, and a row could name itself. */
const DEEPEST_AMENDMENT = 16;

/** What a proposal changes in the text: for an amendment to an amendment, what it makes of the amended proposal. */
export function changesOnText(proposal: Proposal, proposals: Proposals, depth = 0): OnText {
  const own = standingChanges(proposal);
  if (proposal.amends === null) return { changes: own, unsure: false };
  const parent = proposals.proposal(proposal.amends);
  if (parent === undefined || depth > DEEPEST_AMENDMENT) return { changes: own, unsure: true };
  const above = changesOnText(parent, proposals, depth + 1);
  const brought = onText(own, above, proposals.applied(parent.id) ?? null);
  return { changes: brought.changes, unsure: brought.unsure || above.unsure };
}

/** How a proposal stands in a text, change by change. */
export function proposalStanding(
  proposal: Proposal,
  proposals: Proposals,
  paragraphs: readonly LabelledParagraph[],
): ProposalStanding {
  const { changes, unsure } = changesOnText(proposal, proposals);
  const standings = changes.map((change) => standingOf(change, paragraphs));
  const state = worstState(standings.map((standing) => standing.state));
  return { state: unsure && state !== 'paragraph-gone' ? 'needs-a-look' : state, changes: standings };
}
