import type { Disposition } from '../../model/disposition.ts';
import type { IsoTime } from '../../model/ids.ts';
import { type LabelledParagraph, plainText } from '../../model/paragraph.ts';
import type { Proposal, ProposedChange } from '../../model/proposal.ts';
import type { Attribution } from '../../model/rolling.ts';
import { attributionOf, type Names } from './attribution.ts';
import type { OpenChange } from './open-change.ts';

/** Whether a proposal stands in the compilation: public, not withdrawn, and not decided, or deferred. */
export const isOpen = (proposal: Proposal, disposition: Disposition | undefined): boolean =>
  proposal.visibility === 'public' &&
  proposal.withdrawnAt === null &&
  (disposition === undefined || disposition.decision === 'deferred');

/** Changes of open proposals as they would be made to the text as it stands. */
export function openChanges(
  proposals: readonly Proposal[],
  paragraphs: readonly LabelledParagraph[],
  names: Names,
  now: IsoTime,
): OpenChange[] {
  const attributions = new Map(
    proposals.map((proposal) => [proposal.id, attributionOf(proposal, names, now)]),
  );
  const standing = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  return proposals.flatMap((proposal) => {
    const by = attributions.get(proposal.id) as Attribution;
    const amends = proposal.amends === null ? null : (attributions.get(proposal.amends) ?? null);
    return proposal.changes.map((change) => ({
      proposal: proposal.id,
      change: change.id,
      by,
      act: change.act,
      paragraph: change.paragraph,
      base: change.base,
      wording: change.wording,
      after: change.after,
      needsALook: proposal.amends === null && hasChanged(change, standing),
      amends,
    }));
  });
}

function hasChanged(
  { base, paragraph }: ProposedChange,
  standing: ReadonlyMap<string, LabelledParagraph>,
): boolean {
  if (base === null || paragraph === null) return false;
  return standing.get(paragraph)?.text !== plainText(base.runs);
}
