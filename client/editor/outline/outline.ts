import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { labelsIn } from '../labels/labels-plugin.ts';

/** A heading in the outline of the text. */
export interface Section {
  readonly id: ParagraphId;
  /** 1 to 3; the title is not in the outline. */
  readonly level: number;
  readonly label: string;
  readonly text: string;
  /** Index of the heading among the paragraphs. */
  readonly index: number;
}

/** The headings in reading order. Empty ones have nothing to lead to and are left out. */
export function sections(state: EditorState): Section[] {
  const labels = labelsIn(state);
  const found: Section[] = [];
  state.doc.children.forEach((node, index) => {
    if (node.attrs.kind !== 'heading' || node.content.size === 0) return;
    const { id, level } = node.attrs as { id: ParagraphId; level: number };
    found.push({ id, level, label: labels[index] ?? '', text: node.textContent, index });
  });
  return found;
}

export const sameSections = (a: readonly Section[], b: readonly Section[]): boolean =>
  a.length === b.length &&
  a.every((section, k) => {
    const other = b[k] as Section;
    return (
      section.id === other.id &&
      section.level === other.level &&
      section.label === other.label &&
      section.text === other.text &&
      section.index === other.index
    );
  });

/** The section that holds a paragraph, or null above the first heading. */
export const sectionOf = (all: readonly Section[], index: number): Section | null =>
  all.findLast((section) => section.index <= index) ?? null;

/** Position before the paragraph of an id, or null. */
export function positionOfParagraph(doc: Node, id: string): number | null {
  let found: number | null = null;
  doc.forEach((node, offset) => {
    if (node.attrs.id === id) found = offset;
  });
  return found;
}
