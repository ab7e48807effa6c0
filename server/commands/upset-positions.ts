import type { DelegationId, DocumentId, ParagraphId } from '../../shared/model/ids.ts';
import type { Paragraph } from '../../shared/model/paragraph.ts';
import { labelParagraphs } from '../../shared/text/labels.ts';
import type { PositionBooks } from '../ports/position-books.ts';
import type { CommandContext } from './context.ts';

export interface PositionContext extends CommandContext {
  /** Left out where nobody holds a position yet. */
  readonly positions?: PositionBooks;
}

/**
 * Delegations that hold positions on words which a text about to be published changes (rule E21): for a group, the
 * one that speaks for it. What was to be confirmed before is not told again.
 */
export async function upsetPositions(
  { store, positions, comparisons }: PositionContext,
  documentId: DocumentId,
  paragraphs: readonly Paragraph[],
): Promise<readonly DelegationId[]> {
  const { rows } = store;
  const latest = positions === undefined ? null : await rows.versions.latest(documentId);
  if (positions === undefined || latest === null) return [];
  const held = [...((await positions.heldOn(documentId, latest.id))?.held.values() ?? [])].flatMap((row) =>
    [...row.values()].filter(({ state }) => state !== 'to-reconfirm'),
  );
  if (held.length === 0) return [];
  const changed = new Set<ParagraphId | null | undefined>();
  const { rows: compared } = await comparisons.compare(latest.paragraphs, labelParagraphs(paragraphs, null));
  for (const { kind, from } of compared)
    if (kind === 'changed' || kind === 'split' || kind === 'merged')
      for (const index of from) changed.add(latest.paragraphs[index]?.id);
  const groups = new Map((await rows.register.ofNoun(documentId, 'group')).map(({ id, row }) => [id, row]));
  const holders = held
    .filter(({ paragraph }) => changed.has(paragraph))
    .flatMap(({ position: { holder } }) =>
      holder.noun === 'delegation' ? holder.id : (groups.get(holder.id)?.spokesperson ?? []),
    );
  return [...new Set(holders)];
}
