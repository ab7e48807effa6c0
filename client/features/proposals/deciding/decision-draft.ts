import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Proposal, ProposedChange } from '../../../../shared/model/proposal.ts';
import { shownChange } from '../amendment/shown-change.ts';
import {
  baseOf,
  beginDraft,
  type DraftChange,
  draftWording,
  type NewKey,
  type ProposalDraft,
  type Purpose,
} from '../draft/proposal-draft.ts';

/** A change as it would be taken up now: on the paragraph as it stands, with the wording carried over. */
function changeToDecide(
  change: ProposedChange,
  paragraphs: readonly LabelledParagraph[],
  newKey: NewKey,
): DraftChange {
  const { now, wording, after } = shownChange(change, paragraphs);
  const [standing] = now;
  const wordings = wording.map((each) => draftWording(each, newKey));
  return {
    key: newKey(),
    act: change.act,
    paragraph: standing?.id ?? change.paragraph,
    base: standing === undefined ? change.base : baseOf(standing),
    replacement: change.act === 'replace' ? wordings : [],
    insertion: change.act === 'insert-after' ? wordings : [],
    ...(change.act === 'move' ? { after } : {}),
  };
}

/** Changes that are taken up: of the proposal, or of a compromise that the proposer accepted. */
export const changesToDecide = (
  changes: readonly ProposedChange[],
  paragraphs: readonly LabelledParagraph[],
  newKey: NewKey,
): readonly DraftChange[] => changes.map((change) => changeToDecide(change, paragraphs, newKey));

export function beginDecision(
  kind: 'compromise' | 'acceptance',
  proposal: Proposal,
  /** What it would do to the text. */
  onText: readonly ProposedChange[],
  revision: number,
  paragraphs: readonly LabelledParagraph[],
  newKey: NewKey,
): ProposalDraft {
  const purpose: Purpose = { kind, proposal: proposal.id, revision };
  return {
    ...beginDraft('working', changesToDecide(onText, paragraphs, newKey), new Date().toISOString(), newKey),
    purpose,
  };
}
