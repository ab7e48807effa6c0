import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import type * as Y from 'yjs';
import { isBorder, isImplicit, type TextShape, toBorder, toPosition } from '../../../shared/text/mapping.ts';
import { IMPLICIT_HEAD } from '../../../shared/text/read.ts';
import { toParagraph, toParagraphs } from './document.ts';
import { matchHeads, matchMarks } from './match.ts';
import type { TextChange, TextChanges } from './read-changes.ts';
import { hasImplicit, shapeOf } from './tokens.ts';

/** Puts what changed in the text into a transaction: one small step a change, right to left (rule B6). */
export function applyChanges(tr: Transaction, text: Y.Text, read: TextChanges): void {
  const before = shapeOf(tr.doc);
  for (const change of read.changes.toReversed()) applyChange(tr, before, change);
  dropEmptyImplicit(tr);
  if (read.structure !== null) matchHeads(tr, read.structure.heads);
  if (read.formats) matchMarks(tr, text);
}

function applyChange(tr: Transaction, before: TextShape, change: TextChange): void {
  const { index, remove, insert } = change;
  const end = index + remove;
  const { schema } = tr.doc.type;
  const whole = isBorder(before, index) && isBorder(before, end) && insert[0]?.kind !== 'characters';
  if (whole) {
    // Paragraphs go or come as wholes: no neighbour is touched, and carets at their ends stay.
    const content = Fragment.from(toParagraphs(schema, insert, null));
    replace(tr, toBorder(before, index), toBorder(before, end), new Slice(content, 0, 0));
    return;
  }
  let shape = before;
  if (index === 0 && !isImplicit(before)) {
    // Characters come to stand before the first marker: they need a paragraph to stand in.
    tr.insert(0, toParagraph(schema, IMPLICIT_HEAD, []));
    shape = { ...before, markers: [-1, ...before.markers] };
  }
  const from = toPosition(shape, index);
  const to = toPosition(shape, end);
  const paragraphs = toParagraphs(schema, insert, IMPLICIT_HEAD);
  const slice =
    paragraphs.length === 1
      ? new Slice((paragraphs[0] as Node).content, 0, 0)
      : new Slice(Fragment.from(paragraphs), 1, 1);
  replace(tr, from, to, slice);
}

function replace(tr: Transaction, from: number, to: number, slice: Slice): void {
  if (from !== to || slice.size > 0) tr.step(new ReplaceStep(from, to, slice));
}

/** Words before a first marker make a paragraph; without words there is none. */
function dropEmptyImplicit(tr: Transaction): void {
  if (hasImplicit(tr.doc) && tr.doc.firstChild?.content.size === 0) tr.delete(0, 2);
}
