import type { Fragment, Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { labelsIn } from '../labels/labels-plugin.ts';
import { headOf } from '../schema/paragraph.ts';

/** One copied paragraph with what a clipboard needs to know of it. */
export interface CopiedParagraph {
  readonly node: Node;
  /** Printed before the words; empty where a part without the beginning was copied. */
  readonly label: string;
  readonly open: 'both' | 'start' | 'end' | 'none';
}

/** As Word users expect it printed: `12.` but `PP3`, `(a)` and `a.` as they are. */
export const printed = (label: string): string =>
  /^\p{Nd}/u.test(label) && !/[.)]$/.test(label) ? `${label}.` : label;

/** The paragraphs of a copied fragment: which of them are whole is told by the paragraphs of the same id. */
export function copiedParagraphs(state: EditorState, fragment: Fragment): CopiedParagraph[] {
  const labels = labelsIn(state);
  const byId = new Map(
    state.doc.children.map((node, k) => [node.attrs.id, { node, label: labels[k] ?? '' }]),
  );
  const nodes = fragment.content.filter((node) => node.type.name === 'paragraph');
  return nodes.map((node, k) => {
    const original = byId.get(node.attrs.id);
    const whole = original === undefined || original.node.content.size === node.content.size;
    const alone = nodes.length === 1;
    const open = whole ? 'none' : alone ? 'both' : k === 0 ? 'start' : 'end';
    // The last of several holds the beginning of its paragraph, so its label belongs to it.
    const begins = whole || open === 'end';
    return { node, label: begins ? printed(original?.label ?? '') : '', open };
  });
}

/** Plain text for programs that take no markup: labels as text, paragraphs parted by blank lines. */
export const copiedText = (paragraphs: readonly CopiedParagraph[]): string =>
  paragraphs
    .map(({ node, label }) => (label === '' ? node.textContent : `${label} ${node.textContent}`))
    .join('\n\n');

/** Heading element, or null for a plain paragraph. */
export function headingTag(node: Node): string | null {
  const { kind, level } = headOf(node);
  if (kind === 'title') return 'h1';
  return kind === 'heading' ? `h${level + 1}` : null;
}
