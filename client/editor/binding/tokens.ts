import type { Mark, Node } from '@tiptap/pm/model';
import type { Marks } from '../../../shared/model/paragraph.ts';
import type { TextShape } from '../../../shared/text/mapping.ts';
import { IMPLICIT_ID } from '../../../shared/text/marker.ts';
import type { Token } from '../../../shared/text/token.ts';
import { headOf } from '../schema/paragraph.ts';

/** ProseMirror's marks as the model's. */
export function marksOf(marks: readonly Mark[]): Marks {
  const found: { bold?: true; italic?: true; underline?: true; link?: string } = {};
  for (const mark of marks) {
    if (mark.type.name === 'link') found.link = String(mark.attrs.href);
    else found[mark.type.name as 'bold' | 'italic' | 'underline'] = true;
  }
  return found;
}

/** Whether the first paragraph of a document has no marker. */
export const hasImplicit = (doc: Node): boolean => doc.firstChild?.attrs.id === IMPLICIT_ID;

/** The tokens between two places of a document. The implicit paragraph's opening is none. */
export function tokensBetween(doc: Node, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (let k = 0; k < doc.childCount && start < to; k++) {
    const paragraph = doc.child(k);
    const end = start + paragraph.nodeSize;
    if (end > from) {
      const implicit = k === 0 && paragraph.attrs.id === IMPLICIT_ID;
      if (start >= from && !implicit) tokens.push({ kind: 'marker', head: headOf(paragraph) });
      let at = start + 1;
      for (let i = 0; i < paragraph.childCount; i++) {
        const { text = '', marks } = paragraph.child(i);
        const cut = text.slice(Math.max(0, from - at), Math.max(0, to - at));
        if (cut !== '') tokens.push({ kind: 'characters', text: cut, marks: marksOf(marks) });
        at += text.length;
      }
    }
    start = end;
  }
  return tokens;
}

/** Where the markers of a document's text stand. */
export function shapeOf(doc: Node): TextShape {
  const markers: number[] = [];
  let at = 0;
  for (let k = 0; k < doc.childCount; k++) {
    const implicit = k === 0 && hasImplicit(doc);
    markers.push(implicit ? -1 : at);
    at += doc.child(k).content.size + (implicit ? 0 : 1);
  }
  return { markers, length: at };
}
