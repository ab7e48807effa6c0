import type { Node } from '@tiptap/pm/model';
import type { Selection } from '@tiptap/pm/state';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { ParagraphHead } from '../../../shared/text/marker.ts';
import { headOf } from '../schema/paragraph.ts';

/** A paragraph of the document with its number (from 0) and the place before it. */
export interface PlacedParagraph {
  readonly number: number;
  readonly start: number;
  readonly node: Node;
  readonly head: ParagraphHead;
}

export function paragraphAt(doc: Node, number: number): PlacedParagraph | null {
  const node = doc.maybeChild(number);
  if (node === null) return null;
  let start = 0;
  for (let k = 0; k < number; k++) start += doc.child(k).nodeSize;
  return { number, start, node, head: headOf(node) };
}

/** The paragraphs that a selection touches. A range that ends at the very start of one does not touch it. */
export function selectedParagraphs(doc: Node, { $from, $to, empty }: Selection): PlacedParagraph[] {
  const first = Math.min($from.index(0), doc.childCount - 1);
  const atStart = !empty && ($to.depth === 0 || $to.parentOffset === 0);
  const last = Math.min(doc.childCount - 1, Math.max(first, $to.index(0) - (atStart ? 1 : 0)));
  const found: PlacedParagraph[] = [];
  for (let number = Math.max(0, first); number <= last; number++)
    found.push(paragraphAt(doc, number) as PlacedParagraph);
  return found;
}

/** A head without what belongs to one paragraph alone. The binding gives the id and the lineage. */
export const freshHead = (head: ParagraphHead): ParagraphHead => ({
  ...head,
  id: '' as ParagraphId,
  from: [],
  pinned: null,
});
