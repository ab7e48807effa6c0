import type { Node } from '@tiptap/pm/model';
import { Selection as AnySelection, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { toIndex, toPosition } from '../../../shared/text/mapping.ts';
import type { TextPlace } from './read-changes.ts';
import { hasImplicit, shapeOf } from './tokens.ts';

/** A selection that survives edits by others: JSON-safe, as presence and undo keep it. */
export interface RelativeSelection {
  readonly anchor: unknown;
  readonly head: unknown;
}

/** Which neighbour a place keeps to: the character on its left, or the one on its right. */
export type Side = TextPlace['side'];

const ASSOCIATION = { left: -1, right: 0 } as const;

/** The index in the text of a place in the document. */
export const indexOf = (doc: Node, position: number): number =>
  toIndex(position, doc.resolve(position).index(0), hasImplicit(doc));

/** A place that keeps to the character on one side of it. `doc` must show what the text holds now. */
export function toRelative(text: Y.Text, doc: Node, position: number, side: Side): Y.RelativePosition {
  return Y.createRelativePositionFromTypeIndex(text, indexOf(doc, position), ASSOCIATION[side]);
}

/** Where a relative position stands in the document now; null if it is not one of this text. */
export function fromRelative(text: Y.Text, doc: Node, relative: Y.RelativePosition): number | null {
  if (text.doc === null) return null;
  const found = Y.createAbsolutePositionFromRelativePosition(relative, text.doc);
  return found === null || found.type !== text ? null : toPosition(shapeOf(doc), found.index);
}

/** A caret keeps to its left neighbour; a range keeps to the characters at its inner ends (rule B7). */
export function toRelativeSelection(
  text: Y.Text,
  doc: Node,
  { anchor, head }: Pick<Selection, 'anchor' | 'head'>,
): RelativeSelection {
  const [anchorSide, headSide] = sidesOf({ anchor, head });
  return {
    anchor: Y.relativePositionToJSON(toRelative(text, doc, anchor, anchorSide)),
    head: Y.relativePositionToJSON(toRelative(text, doc, head, headSide)),
  };
}

/** The ends of a relative selection in the document now; null if either is not of this text. */
export function fromRelativeSelection(
  text: Y.Text,
  doc: Node,
  relative: RelativeSelection,
): { readonly anchor: number; readonly head: number } | null {
  const [anchor, head] = [relative.anchor, relative.head].map((json) =>
    fromRelative(text, doc, Y.createRelativePositionFromJSON(json)),
  );
  return anchor == null || head == null ? null : { anchor, head };
}

/** Selects, as text where both ends stand in text. */
export function select(tr: Transaction, anchor: number, head: number): void {
  const [a, h] = [tr.doc.resolve(anchor), tr.doc.resolve(head)];
  tr.setSelection(
    a.parent.isTextblock && h.parent.isTextblock ? TextSelection.between(a, h) : AnySelection.near(h, -1),
  );
}

/** Which side each end of a selection keeps to: a caret to its left, a range to what it holds (rule B7). */
const sidesOf = ({ anchor, head }: Pick<Selection, 'anchor' | 'head'>): readonly [Side, Side] => [
  anchor < head ? 'right' : 'left',
  head < anchor ? 'right' : 'left',
];

/** The ends of a text selection as places in the text; none for any other selection. */
export function placesOfSelection(doc: Node, selection: Selection): TextPlace[] {
  if (!(selection instanceof TextSelection)) return [];
  const [anchor, head] = sidesOf(selection);
  return [
    { index: indexOf(doc, selection.anchor), side: anchor },
    { index: indexOf(doc, selection.head), side: head },
  ];
}

/** Selects between two indexes of the text, as `placesOfSelection` gave them. */
export function selectPlaces(tr: Transaction, [anchor, head]: readonly number[]): void {
  if (anchor === undefined || head === undefined) return;
  const shape = shapeOf(tr.doc);
  select(tr, toPosition(shape, anchor), toPosition(shape, head));
}

/** Carries a text selection through one small step, with the associations of rule B7. */
export function keepSelection(tr: Transaction, before: Selection): void {
  if (!(before instanceof TextSelection)) return;
  const [anchor, head] = sidesOf(before);
  select(
    tr,
    tr.mapping.map(before.anchor, anchor === 'right' ? 1 : -1),
    tr.mapping.map(before.head, head === 'right' ? 1 : -1),
  );
}
