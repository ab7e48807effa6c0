import type * as Y from 'yjs';
import { findWordEdits } from '../compare/word-edits.ts';
import type { ParagraphId } from '../model/ids.ts';
import type { Paragraph } from '../model/paragraph.ts';
import type { AppliedChange, Wording } from '../model/proposal.ts';
import { insertTokens, removeTokens } from '../text/edit.ts';
import { splitFrom } from '../text/lineage.ts';
import { sameMarks, statedMarks } from '../text/marks.ts';
import { placesOf } from '../text/places.ts';
import { readParagraphs } from '../text/read.ts';
import { insertBefore, moveParagraph, removeParagraph, setParagraphKind } from '../text/structure.ts';
import type { Token } from '../text/token.ts';
import { normalWording, sameWording } from '../text/wording.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { rebase } from './rebase.ts';

/**
 * Looks whether planned changes still find their place in a text that was written on since, and gives them as they
 * can be made now; null if one of them cannot, surely and without taking away what somebody wrote meanwhile.
 */
export function settleChanges(text: Y.Text, changes: readonly AppliedChange[]): AppliedChange[] | null {
  const paragraphs = readParagraphs(text);
  const settled: AppliedChange[] = [];
  for (const change of changes) {
    const one = settle(change, paragraphs);
    if (one === null) return null;
    settled.push(one);
  }
  return settled;
}

function settle(change: AppliedChange, paragraphs: readonly Paragraph[]): AppliedChange | null {
  const { act, before, after, behind = null } = change;
  const there = (id: ParagraphId | null): boolean => id === null || paragraphs.some((one) => one.id === id);
  if (act === 'insert-after') return there(behind) ? change : null;
  const standing = paragraphs.find(({ id }) => id === change.paragraphs[0]);
  if (standing === undefined || before === null) return null;
  const now = normalWording(standing);
  if (act === 'move') return there(behind) ? change : null;
  if (sameWording(now, before) || act === 'keep') return change;
  if (act === 'delete') return null;
  const rebased = rebase(before, after, [now]);
  const label = { ...now, label: before.label };
  if (rebased.kind === 'applied-already') return { ...change, before: label, after: [now] };
  const [part] = rebased.kind === 'rebased' ? rebased.parts : [];
  return part === undefined || part.length !== after.length
    ? null
    : { ...change, before: label, after: part };
}

/** Makes settled changes in a text, in one transaction, touching nothing but what differs. */
export function makeChanges(text: Y.Text, changes: readonly AppliedChange[]): void {
  text.doc?.transact(() => {
    for (const change of changes) makeChange(text, change);
  });
}

function makeChange(text: Y.Text, { act, paragraphs, after, behind = null }: AppliedChange): void {
  const [first] = paragraphs;
  if (first === undefined) return;
  if (act === 'replace') rewrite(text, first, after, paragraphs.slice(1));
  else if (act === 'delete') removeParagraph(text, first);
  else if (act === 'move') move(text, first, behind);
  else if (act === 'insert-after') insertBehind(text, behind, paragraphs, after);
}

function move(text: Y.Text, id: ParagraphId, behind: ParagraphId | null): void {
  if (behind === id) return;
  const others = readParagraphs(text).filter((paragraph) => paragraph.id !== id);
  const at = behind === null ? 0 : others.findIndex((paragraph) => paragraph.id === behind) + 1;
  moveParagraph(text, id, others[at]?.id ?? null);
}

function insertBehind(
  text: Y.Text,
  behind: ParagraphId | null,
  ids: readonly ParagraphId[],
  wording: readonly Wording[],
): void {
  const all = readParagraphs(text);
  if (ids.every((id) => all.some((paragraph) => paragraph.id === id))) return;
  const at = behind === null ? -1 : all.findIndex((paragraph) => paragraph.id === behind);
  const dir = all[Math.max(0, at)]?.dir ?? 'auto';
  const added = wording.map(
    (one, k): Paragraph => ({
      ...one,
      id: ids[k] as ParagraphId,
      dir,
      from: [],
      pinned: null,
    }),
  );
  insertBefore(text, all[at + 1]?.id ?? null, added);
}

/**
 * Makes a paragraph read as wanted by the fewest words: what stays keeps its characters, and so its authors and
 * anchors. New paragraphs are split off behind it.
 */
function rewrite(
  text: Y.Text,
  id: ParagraphId,
  wanted: readonly Wording[],
  newIds: readonly ParagraphId[],
): void {
  const place = placesOf(text).find(({ head }) => head.id === id);
  const standing = readParagraphs(text).find((paragraph) => paragraph.id === id);
  const [first] = wanted;
  if (place === undefined || standing === undefined || first === undefined) return;
  const from = piecesOf([standing]);
  const to = piecesOf(wanted);
  let border = newIds.length;
  const tokenOf = (piece: Piece): Token[] => {
    if (piece.begins === null) return charactersOf(piece);
    border -= 1;
    const newId = newIds[border] as ParagraphId;
    const head = {
      ...place.head,
      ...piece.begins.head,
      id: newId,
      from: splitFrom(place.head),
      pinned: null,
    };
    return [{ kind: 'marker', head }];
  };
  const lengths = offsetsOf(from);
  const edits = findWordEdits({ from, to }, { steps: from.length * to.length + 1, cut: false });
  for (const edit of edits.toReversed()) {
    const start = place.start + (lengths[edit.from[0]] as number);
    if (edit.equal) {
      for (let k = edit.from[1] - edit.from[0] - 1; k >= 0; k--)
        remark(
          text,
          place.start + (lengths[edit.from[0] + k] as number),
          from[edit.from[0] + k] as Piece,
          to[edit.to[0] + k] as Piece,
        );
      continue;
    }
    const removed = (lengths[edit.from[1]] as number) - (lengths[edit.from[0]] as number);
    // Right to left, as the new ids are given out.
    const inserted = to
      .slice(...edit.to)
      .toReversed()
      .map(tokenOf)
      .toReversed()
      .flat();
    removeTokens(text, start, removed);
    insertTokens(text, start, inserted);
  }
  if (place.head.kind !== first.kind || place.head.level !== first.level)
    setParagraphKind(text, id, first.kind, first.level);
}

/** A piece as tokens of equal marks. */
function charactersOf({ core, marks }: Piece): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < core.length; ) {
    let end = at + 1;
    while (end < core.length && sameMarks(marks[end] ?? {}, marks[at] ?? {})) end += 1;
    tokens.push({ kind: 'characters', text: core.slice(at, end), marks: marks[at] ?? {} });
    at = end;
  }
  return tokens;
}

/** Index of each piece behind the paragraph's marker; one more, for the end. */
function offsetsOf(pieces: readonly Piece[]): number[] {
  const offsets = [0];
  for (const { core } of pieces) offsets.push((offsets.at(-1) as number) + core.length);
  return offsets;
}

/** Gives a word that stays the marks that are wanted, where they differ. */
function remark(text: Y.Text, index: number, from: Piece, to: Piece): void {
  for (let at = 0; at < from.core.length; ) {
    const before = from.marks[at] ?? {};
    const after = to.marks[at] ?? {};
    let end = at + 1;
    while (
      end < from.core.length &&
      sameMarks(from.marks[end] ?? {}, before) &&
      sameMarks(to.marks[end] ?? {}, after)
    )
      end += 1;
    if (!sameMarks(before, after)) text.format(index + at, end - at, statedMarks(after));
    at = end;
  }
}
