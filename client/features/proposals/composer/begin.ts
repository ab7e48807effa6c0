import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import { newKey } from '../../../api/new-key.ts';
import type { Begin } from '../addresses.ts';
import {
  baseOf,
  beginChange,
  beginDraft,
  draftWording,
  type ProposalDraft,
} from '../draft/proposal-draft.ts';
import { proposedText } from '../text/text-under.ts';

const now = (): string => new Date().toISOString();

/** A new draft on the paragraph that the address names, or on none yet. */
export function beginNew(begin: Begin, paragraphs: readonly LabelledParagraph[]): ProposalDraft {
  const paragraph = paragraphs.find(({ id }) => id === begin.paragraph);
  const changes = paragraph === undefined ? [] : [beginChange(paragraph, begin.act ?? 'replace', newKey)];
  return beginDraft(begin.text ?? 'working', changes, now(), newKey);
}

/** An amendment to a proposal: a copy of what it says, to be edited. */
export function beginAmending(amended: Proposal, paragraphs: readonly LabelledParagraph[]): ProposalDraft {
  const changes = proposedText(amended, paragraphs).map((paragraph) =>
    beginChange(paragraph, 'replace', newKey),
  );
  return { ...beginDraft(amended.text, changes, now(), newKey), amends: amended.id };
}

/** A sent proposal as a draft, with the words it was sent with on the base it was written on. */
export function beginEditing(proposal: Proposal, revision: number): ProposalDraft {
  const changes = proposal.changes.map((change) => {
    const wordings = change.wording.map((wording) => draftWording(wording, newKey));
    const begun = beginChange(
      change.base === null || change.paragraph === null
        ? null
        : { id: change.paragraph, ...baseOf(change.base) },
      change.act,
      newKey,
    );
    return {
      ...begun,
      ...(change.act === 'replace' ? { replacement: wordings } : {}),
      ...(change.act === 'insert-after' ? { insertion: wordings } : {}),
      ...(change.act === 'move' ? { after: change.after } : {}),
    };
  });
  return {
    ...beginDraft(proposal.text, changes, now(), newKey),
    purpose: { kind: 'edit', proposal: proposal.id, revision },
    amends: proposal.amends,
    rationale: proposal.rationale,
    visibility: proposal.visibility,
    onBehalfOf: proposal.by.onBehalfOf,
  };
}

/** Whether a kept draft is what the address asks for: offered back instead of beginning anew. */
export const answersTo = (draft: ProposalDraft, begin: Begin): boolean =>
  draft.purpose.kind === 'new' &&
  (begin.amends === undefined
    ? draft.amends === null &&
      begin.paragraph !== undefined &&
      draft.text === (begin.text ?? 'working') &&
      draft.changes.some(({ paragraph }) => paragraph === begin.paragraph)
    : draft.amends === begin.amends);
