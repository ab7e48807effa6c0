import type { Node } from '@tiptap/pm/model';
import type { Paragraph } from '../../../shared/model/paragraph.ts';
import { type BaseLabels, labelParagraphs } from '../../../shared/text/labels.ts';
import { headOf } from '../schema/paragraph.ts';

/** Labels of an editor document, one a paragraph in reading order; empty where a paragraph has none. */
export function paragraphLabels(doc: Node, base: BaseLabels | null): string[] {
  // Labels depend on heads alone, so the words are not read.
  const paragraphs: Paragraph[] = doc.children.map((node) => ({ ...headOf(node), runs: [] }));
  return labelParagraphs(paragraphs, base).map((paragraph) => paragraph.label);
}

/**
 * Whether the heads of two documents are the same objects, as while only words are typed: then labels cannot differ
 * and decorations of whole paragraphs can be carried along. Compares by identity, so it may say no without need.
 */
export function sameHeads(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false;
  for (let k = 0; k < after.childCount; k++)
    if (before.child(k) !== after.child(k) && before.child(k).attrs !== after.child(k).attrs) return false;
  return true;
}
