import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import { plainText } from '../../../../shared/model/paragraph.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import type { RegisterCopy } from '../../../api/register/register-copy.ts';
import { type ShownChange, shownChanges } from '../amendment/shown-change.ts';

/**
 * What a proposal that is amended says, as a text: an amendment to an amendment is made to it, paragraph by
 * paragraph, and shown against it.
 */
export const proposedText = (
  amended: Proposal,
  paragraphs: readonly LabelledParagraph[],
): readonly LabelledParagraph[] =>
  amended.changes.flatMap(({ paragraph, base, wording }) => {
    const [first] = wording;
    if (paragraph === null || first === undefined) return [];
    const standing = paragraphs.find(({ id }) => id === paragraph);
    return [
      {
        id: paragraph,
        dir: standing?.dir ?? 'auto',
        from: [],
        pinned: null,
        label: standing?.label ?? base?.label ?? '',
        kind: first.kind,
        level: first.level,
        runs: first.runs,
        text: plainText(first.runs),
      },
    ];
  });

/** The changes of a proposal on what they are made to: the text, or the proposal that they amend. */
export function textUnder(
  proposal: Proposal,
  paragraphs: readonly LabelledParagraph[],
  view: Pick<RegisterCopy, 'rows'>,
): readonly ShownChange[] {
  const amended = proposal.amends === null ? undefined : view.rows.proposal.get(proposal.amends);
  return shownChanges(proposal, amended === undefined ? paragraphs : proposedText(amended, paragraphs));
}
