import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { documentOf } from './document.ts';
import { hasImplicit } from './tokens.ts';

/**
 * Whether a document has as many tokens as the text says it must. Cheap, so it is asked after every change: should
 * the quick ways ever go wrong, the whole text is read again.
 */
export const fits = (doc: Node, text: Y.Text): boolean =>
  doc.content.size === text.length + doc.childCount + (hasImplicit(doc) ? 1 : 0);

/** Replaces the paragraphs that differ from the text. For the first look and for emergencies. */
export function bringInLine(tr: Transaction, text: Y.Text): void {
  const wanted = documentOf(text, tr.doc.type.schema);
  const most = Math.min(tr.doc.childCount, wanted.childCount);
  let same = 0;
  while (same < most && tr.doc.child(same).eq(wanted.child(same))) same++;
  let sameAtEnd = 0;
  while (
    sameAtEnd < most - same &&
    tr.doc.child(tr.doc.childCount - 1 - sameAtEnd).eq(wanted.child(wanted.childCount - 1 - sameAtEnd))
  )
    sameAtEnd++;
  const sizeOf = (doc: Node, first: number, last: number): number => {
    let size = 0;
    for (let k = first; k < last; k++) size += doc.child(k).nodeSize;
    return size;
  };
  const from = sizeOf(tr.doc, 0, same);
  const to = tr.doc.content.size - sizeOf(tr.doc, tr.doc.childCount - sameAtEnd, tr.doc.childCount);
  const toWanted = wanted.content.size - sizeOf(wanted, wanted.childCount - sameAtEnd, wanted.childCount);
  if (from < to || from < toWanted) tr.replaceWith(from, to, wanted.content.cut(from, toWanted));
}
