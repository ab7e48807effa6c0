import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { NewId, ParagraphId } from '../../../shared/model/ids.ts';
import { joinedFrom, splitFrom } from '../../../shared/text/lineage.ts';
import { IMPLICIT_ID, type ParagraphHead } from '../../../shared/text/marker.ts';
import { repairIds } from '../../../shared/text/repair.ts';
import { headOf } from '../schema/paragraph.ts';
import { type ChangedRange, rangesOf } from './changed-ranges.ts';
import { setHeadAt } from './match.ts';
import { hasImplicit } from './tokens.ts';

/**
 * What a client's own transactions leave to mend, before the binding looks (rules B4, B10): ids that are missing or
 * repeated, lineage of splits and joins, and characters that a text cannot hold. Null if there is nothing.
 */
export function repair(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
  newId: NewId,
): Transaction | null {
  const ranges = rangesOf(transactions);
  const tr = after.tr;
  cleanCharacters(tr, after.doc, ranges);
  if (hasImplicit(after.doc) || ranges.some((range) => touchesStructure(range, before.doc, after.doc)))
    repairHeads(tr, before.doc, after.doc, ranges, newId);
  // A text always offers a paragraph to write in.
  if (after.doc.childCount === 0) {
    const { schema } = after;
    tr.insert(0, schema.node('paragraph', { id: newId() }));
    tr.setSelection(TextSelection.create(tr.doc, 1));
  }
  if (!tr.docChanged) return null;
  // Steps clear stored marks; what the user chose for the next character must outlive the repair.
  return tr.setStoredMarks(after.storedMarks);
}

/** Newlines and halves of characters would not survive in the text: a space and U+FFFD stand for them. */
function cleanCharacters(tr: Transaction, doc: Node, ranges: readonly ChangedRange[]): void {
  for (const { newFrom, newTo } of ranges.toReversed()) {
    // One more on each side: a change may have cut a surrogate pair at its border.
    const [from, to] = [Math.max(0, newFrom - 1), Math.min(doc.content.size, newTo + 1)];
    const found: (readonly [number, string, Node])[] = [];
    doc.nodesBetween(from, to, (node, position) => {
      const { text } = node;
      if (text === undefined) return;
      for (const match of text.matchAll(/[\n\r]|\p{Surrogate}/gu))
        found.push([position + match.index, /[\n\r]/.test(match[0]) ? ' ' : '\uFFFD', node]);
    });
    for (const [at, clean, node] of found.reverse())
      tr.replaceWith(at, at + 1, node.type.schema.text(clean, node.marks));
  }
}

/** Whether a range holds the opening of a paragraph, on either side. */
const touchesStructure = ({ from, to, newFrom, newTo }: ChangedRange, before: Node, after: Node): boolean =>
  holdsOpening(before, from, to) || holdsOpening(after, newFrom, newTo);

function holdsOpening(doc: Node, from: number, to: number): boolean {
  const at = doc.resolve(from);
  return at.depth === 0 ? to > from : to > at.end();
}

function repairHeads(
  tr: Transaction,
  before: Node,
  after: Node,
  ranges: readonly ChangedRange[],
  newId: NewId,
): void {
  const starts: number[] = [];
  const heads: ParagraphHead[] = [];
  after.forEach((paragraph, start) => {
    starts.push(start);
    heads.push(headOf(paragraph));
  });
  const touched = (start: number): boolean =>
    ranges.some(({ newFrom, newTo }) => newFrom <= start && start < newTo);
  const withIds = (some: readonly ParagraphHead[]): ParagraphHead[] => {
    const bearers = some.map((head, k) => ({
      head,
      empty: after.child(k).content.size === 0,
      touched: touched(starts[k] as number),
    }));
    const repairs = repairIds(bearers, newId);
    return some.map((head, k) => ({ ...head, id: repairs.get(k) ?? head.id }));
  };
  const mended = withIds(heads);
  recordLineage(mended, before, after, ranges);
  const [first, ...others] = mended;
  // Lineage may have been the first thing to be said of words without a marker: now they need one.
  if (first?.id === IMPLICIT_ID) mended.splice(0, mended.length, ...withIds([first, ...others]));
  for (const [k, wanted] of mended.entries()) setHeadAt(tr, starts[k] as number, after.child(k), wanted);
}

/**
 * Splits and joins, however they came about. Where a changed range ends inside old words that stay, those words
 * belonged to one paragraph before and belong to one now: if the old one is gone, it was joined to the new; if the
 * new one is new, it was split from the old.
 */
function recordLineage(
  heads: ParagraphHead[],
  before: Node,
  after: Node,
  ranges: readonly ChangedRange[],
): void {
  const idsBefore = new Set<ParagraphId>();
  before.forEach((paragraph) => {
    idsBefore.add(headOf(paragraph).id);
  });
  const idsNow = new Set(heads.map(({ id }) => id));
  for (const { to, newTo } of ranges) {
    const was = before.resolve(to);
    const is = after.resolve(newTo);
    if (was.depth === 0 || is.depth === 0 || was.parentOffset === was.parent.content.size) continue;
    const old = headOf(was.parent);
    const k = is.index(0);
    const head = heads[k] as ParagraphHead;
    // Words without a marker have no past to remember.
    if (head.id === old.id || old.id === IMPLICIT_ID) continue;
    if (!idsNow.has(old.id)) heads[k] = { ...head, from: joinedFrom(head, old) };
    else if (!idsBefore.has(head.id)) heads[k] = { ...head, from: splitFrom(old), pinned: null };
  }
}
