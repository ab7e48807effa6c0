import { changesOnText, type Proposals } from '../../../../shared/domain/proposal-standing.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import { plainText } from '../../../../shared/model/paragraph.ts';
import type { Proposal, ProposedChange } from '../../../../shared/model/proposal.ts';
import type { RegisterCopy } from '../../../api/register/register-copy.ts';
import { type ShownChange, shownChange } from '../amendment/shown-change.ts';

type Rows = Pick<RegisterCopy, 'rows'>;

/** Where amended proposals are looked up. */
const lookUp = ({ rows }: Rows): Proposals => ({
  proposal: (id) => rows.proposal.get(id),
  applied: (id) =>
    [...rows.acceptance.values()].find(({ proposalId, state }) => proposalId === id && state === 'applied'),
});

/** What a proposal would do to the text: an amendment to an amendment with what it amends. */
export const changesOn = (proposal: Proposal, view: Rows): readonly ProposedChange[] =>
  changesOnText(proposal, lookUp(view)).changes;

/** The changes of a proposal on the text as it stands. */
export function textUnder(
  proposal: Proposal,
  paragraphs: readonly LabelledParagraph[],
  view: Rows,
): readonly ShownChange[] {
  const { changes, unsure } = changesOnText(proposal, lookUp(view));
  return changes.map((change) => {
    const shown = shownChange(change, paragraphs);
    return unsure && shown.state !== 'paragraph-gone' ? { ...shown, state: 'needs-a-look' as const } : shown;
  });
}

/** What a proposal says, paragraph by paragraph: an amendment to it is made on copies of these. */
export const proposedText = (
  amended: Proposal,
  paragraphs: readonly LabelledParagraph[],
): readonly LabelledParagraph[] =>
  amended.changes.flatMap(({ paragraph, base, wording }) => {
    if (paragraph === null) return [];
    const standing = paragraphs.find(({ id }) => id === paragraph);
    return wording.map(
      (part): LabelledParagraph => ({
        id: paragraph,
        dir: standing?.dir ?? 'auto',
        from: [],
        pinned: null,
        label: standing?.label ?? base?.label ?? '',
        kind: part.kind,
        level: part.level,
        runs: part.runs,
        text: plainText(part.runs),
      }),
    );
  });
