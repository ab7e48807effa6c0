import { type ChangeState, standingOf } from '../amend/standing.ts';
import type { ParagraphId } from '../model/ids.ts';
import { type LabelledParagraph, plainText } from '../model/paragraph.ts';
import type { Acceptance, AppliedChange, Proposal, ProposedChange, Wording } from '../model/proposal.ts';

const NEEDS_A_LOOK: readonly ChangeState[] = ['needs-a-look', 'paragraph-gone'];

const paragraphOf = (
  id: ParagraphId,
  { kind, level, runs }: Wording,
  from: readonly ParagraphId[],
): LabelledParagraph => ({
  id,
  kind,
  level,
  runs,
  from,
  dir: 'auto',
  pinned: null,
  label: '',
  text: plainText(runs),
});

/** The paragraph an applied change was made to, before and after; other changes move no words. */
function around({ act, paragraphs, before, after }: AppliedChange) {
  const [own, ...parts] = paragraphs;
  if (own === undefined || before === null || (act !== 'replace' && act !== 'delete')) return null;
  const first = after[0];
  return {
    own,
    before: [paragraphOf(own, before, [])],
    after: [
      ...(first === undefined ? [] : [paragraphOf(own, first, [])]),
      ...parts.flatMap((part, k) => {
        const wording = after[k + 1];
        return wording === undefined ? [] : [paragraphOf(part, wording, [own])];
      }),
    ],
  };
}

/**
 * Proposals that stood well on a paragraph and cannot be brought to what it says since another one was taken up:
 * their proposers have to look. Of the paragraphs that were changed only, so that it is quick.
 */
export function upsetBy(
  { proposalId, changes }: Acceptance,
  proposals: readonly Proposal[],
): readonly Proposal[] {
  const touched = changes.flatMap((change) => around(change) ?? []);
  const upset = (change: ProposedChange): boolean =>
    touched.some(({ own, before, after }) => {
      if (change.paragraph !== own) return false;
      const state = (text: readonly LabelledParagraph[]) => standingOf(change, text).state;
      return NEEDS_A_LOOK.includes(state(after)) && !NEEDS_A_LOOK.includes(state(before));
    });
  return proposals.filter(
    ({ id, withdrawnAt, amends, changes: own }) =>
      id !== proposalId && withdrawnAt === null && amends === null && own.some(upset),
  );
}
