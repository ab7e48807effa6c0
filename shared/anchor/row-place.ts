import type { ComparisonRow } from '../compare/comparison.ts';
import type { Carry } from '../model/anchor.ts';
import type { ParagraphId } from '../model/ids.ts';
import type { AnchorParagraph, IndexedText } from './indexed-text.ts';
import type { CarryMap } from './row-map.ts';

/** What the comparison says became of the paragraph; of one that stayed, whether the words did. */
export const carryIn = ({ kind, moved }: ComparisonRow, same: boolean): Carry =>
  kind === 'split' || kind === 'merged' ? kind : moved ? 'moved' : same ? 'unchanged' : 'changed';

export const idAt = ({ paragraphs }: IndexedText, number: number): ParagraphId =>
  (paragraphs[number] as AnchorParagraph).id;

/** The paragraph of the new text nearest to where an old one stood: what became of it, or else the one before it. */
export function nearInNew(map: CarryMap, id: ParagraphId | null): ParagraphId | null {
  if (id === null) return null;
  const number = map.from.numbers.get(id);
  if (number === undefined) return map.to.numbers.has(id) ? id : null;
  for (let at = map.rowOf[number] as number; at >= 0; at--) {
    const { to } = map.rows[at] as ComparisonRow;
    const last = to.at(-1);
    if (last !== undefined) return idAt(map.to, last);
  }
  return map.to.paragraphs[0]?.id ?? null;
}
