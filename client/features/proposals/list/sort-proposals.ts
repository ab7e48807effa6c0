import type { DelegationId, ParagraphId } from '../../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import type { RegisterCopy } from '../../../api/register/register-copy.ts';
import { sponsorsOf } from '../card/names.ts';
import { isOpen } from './open-proposals.ts';

export const SHOWN = ['open', 'decided', 'withdrawn', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

export interface ListChoice {
  readonly shown: Shown;
  /** Proposed or co-sponsored by this delegation; null: by any. */
  readonly delegation: DelegationId | null;
}

/** Proposals on one paragraph of the text; `paragraph` null gathers those whose paragraphs are gone. */
export interface ParagraphGroup {
  readonly paragraph: LabelledParagraph | null;
  readonly proposals: readonly Proposal[];
}

type Rows = Pick<RegisterCopy, 'rows'>;

export function chosenProposals(view: Rows, { shown, delegation }: ListChoice): readonly Proposal[] {
  const fits = (proposal: Proposal): boolean => {
    switch (shown) {
      case 'open':
        return isOpen(view, proposal);
      case 'withdrawn':
        return proposal.withdrawnAt !== null;
      case 'decided':
        return proposal.withdrawnAt === null && !isOpen(view, proposal);
      case 'all':
        return true;
    }
  };
  return [...view.rows.proposal.values()].filter(
    (proposal) =>
      fits(proposal) &&
      (delegation === null ||
        proposal.by.delegationId === delegation ||
        sponsorsOf(proposal).includes(delegation)),
  );
}

/** In the order of the text, each proposal under the first of its paragraphs that is there; older ones first. */
export function byParagraph(
  proposals: readonly Proposal[],
  paragraphs: readonly LabelledParagraph[],
): readonly ParagraphGroup[] {
  const places = new Map<ParagraphId, number>(paragraphs.map(({ id }, k) => [id, k]));
  const groups = new Map<number, Proposal[]>();
  for (const proposal of [...proposals].sort((a, b) => a.by.at.localeCompare(b.by.at))) {
    const own = proposal.changes.flatMap(({ paragraph }) =>
      paragraph === null ? [0] : (places.get(paragraph) ?? []),
    );
    const place = own.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...own);
    groups.set(place, [...(groups.get(place) ?? []), proposal]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([place, list]) => ({ paragraph: paragraphs[place] ?? null, proposals: list }));
}
