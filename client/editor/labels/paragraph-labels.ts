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

/** Whether labels may differ between two documents: not while only words were typed. Compares nodes by identity. */
export function sameHeads(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false;
  for (let k = 0; k < after.childCount; k++) {
    const a = before.child(k);
    const b = after.child(k);
    if (a !== b && a.attrs !== b.attrs && !sameAttributes(a, b)) return false;
  }
  return true;
}

/** The attributes that labels and headings depend on. */
const sameAttributes = (a: Node, b: Node): boolean =>
  a.attrs.id === b.attrs.id &&
  a.attrs.kind === b.attrs.kind &&
  a.attrs.level === b.attrs.level &&
  a.attrs.pinned === b.attrs.pinned;
