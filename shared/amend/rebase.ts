import type { Wording } from '../model/proposal.ts';
import { sameMarks } from '../text/marks.ts';
import { sameWording } from '../text/wording.ts';
import { editsOf, type Graft, graft, mergeEdits, type Overlap } from './merge.ts';
import { patched } from './patches.ts';
import { type Head, isWord, type Piece, piecesOf, wordingsOf } from './pieces.ts';

/** What a rebase comes to. Only `rebased` brings wording; the others leave the proposer's own beside the text. */
export type Rebase =
  | { readonly kind: 'rebased'; readonly parts: readonly (readonly Wording[])[] }
  | { readonly kind: 'applied-already' }
  | { readonly kind: 'needs-a-look'; readonly overlaps: readonly Overlap[] };

const look = (overlaps: readonly Overlap[] = []): Rebase => ({ kind: 'needs-a-look', overlaps });

/**
 * Carries what a change says (`base` → `wording`) over to the paragraph as it stands `now` (several: it was split).
 * The answer holds one list of wordings for each paragraph of `now`.
 *
 * A result is taken only if it can be verified: no change of the proposal touches a change that somebody else made;
 * the proposal's patches find their places in `now` by their context alone and give the same text; the others' changes
 * carried over to the proposal give it as well; no word is lost or doubled; and nothing is inserted that somebody else
 * inserted already in another place.
 */
export function rebase(base: Wording, wording: readonly Wording[], now: readonly Wording[]): Rebase {
  const [first] = now;
  const [wanted] = wording;
  if (first === undefined || wanted === undefined) return look();
  const head = mergeHeads(base, wanted, first);
  if (head === null) return look();
  const from = piecesOf([base]);
  const one = piecesOf(wording);
  const other = piecesOf(now, true);
  const ones = editsOf(from, one);
  const others = editsOf(from, other);
  const { overlaps, grafts } = mergeEdits(from, one, other, ones, others);
  if (overlaps.length > 0) return look(overlaps);
  const marked = takeMarks(from, one, other, ones, others);
  const merged = graft(marked, one, grafts);
  const backwards = mergeEdits(from, other, one, others, ones);
  const reversed = graft(one, other, backwards.grafts);
  if (backwards.overlaps.length > 0 || said(reversed) !== said(merged)) return look();
  if (echoes(one, grafts, other, others)) return look();
  if (!isBalanced(one, grafts, other, merged)) return look();
  const witness = patched(from, one, other, ones);
  if (witness !== null && grafts.length === ones.length && !witness(merged)) return look();
  const parts = partsOf(head, merged, now.length);
  if (parts === null) return look();
  const unchanged = parts.every(
    (part, k) => part.length === 1 && sameWording(part[0] as Wording, now[k] as Wording),
  );
  return unchanged ? { kind: 'applied-already' } : { kind: 'rebased', parts };
}

/** Kind and level: what the proposal changed, else what stands now. Null where both changed them, to different ends. */
function mergeHeads(base: Head, one: Head, other: Head): Head | null {
  const same = (a: Head, b: Head): boolean => a.kind === b.kind && a.level === b.level;
  if (same(base, one)) return other;
  return same(base, other) || same(one, other) ? one : null;
}

const said = (pieces: readonly Piece[]): string => pieces.map(({ core }) => core).join('');

type Edits = ReturnType<typeof editsOf>;

/**
 * The text as it stands, with the marks that the proposal changed on words that nobody else changed. Words that stay
 * keep the marks they have now, unless the proposal changed them and nobody else did.
 */
function takeMarks(
  base: readonly Piece[],
  one: readonly Piece[],
  other: readonly Piece[],
  ones: Edits,
  others: Edits,
): Piece[] {
  const result = [...other];
  const inOne = placesOf(base.length, ones);
  const inOther = placesOf(base.length, others);
  for (const [at, piece] of base.entries()) {
    const here = inOther[at] as number;
    const mine = one[inOne[at] as number];
    const theirs = other[here];
    if (mine === undefined || theirs === undefined) continue;
    const marks = piece.marks.map((before, unit) => {
      const after = mine.marks[unit] ?? before;
      const stands = theirs.marks[unit] ?? before;
      return !sameMarks(before, after) && sameMarks(before, stands) ? after : stands;
    });
    result[here] = { ...theirs, marks };
  }
  return result;
}

/** Where each piece of the base stands in the other side; −1 where it was changed. */
function placesOf(length: number, edits: Edits): number[] {
  const places: number[] = [];
  let shift = 0;
  let next = 0;
  for (let at = 0; at < length; at++) {
    while (next < edits.length && (edits[next] as Edits[number]).from[1] <= at) {
      const { from, to } = edits[next] as Edits[number];
      shift += to[1] - to[0] - (from[1] - from[0]);
      next += 1;
    }
    const edit = edits[next];
    places.push(edit !== undefined && edit.from[0] <= at ? -1 : at + shift);
  }
  return places;
}

/** A word like "all" may well be inserted twice by two people who mean two things. */
const SHORT_WORD = /^\p{Script=Latin}{1,4}$/u;

/** Words in a row that both sides inserted, in different places: probably one insertion, and it must not double. */
function echoes(
  one: readonly Piece[],
  grafts: readonly Graft[],
  other: readonly Piece[],
  others: Edits,
): boolean {
  const wordsIn = (pieces: readonly Piece[], [start, end]: readonly [number, number]): string[] =>
    pieces
      .slice(start, end)
      .filter(isWord)
      .map(({ core }) => core);
  const inserted = others.map(({ to }) => ` ${wordsIn(other, to).join(' ')} `);
  return grafts.some(({ take }) => {
    const words = wordsIn(one, take);
    if (words.length === 0 || (words.length === 1 && SHORT_WORD.test(words[0] as string))) return false;
    return inserted.some((theirs) => theirs.includes(` ${words.join(' ')} `));
  });
}

/** The result holds the words that stand now, less those the grafts take away, and those they bring: no other. */
function isBalanced(
  one: readonly Piece[],
  grafts: readonly Graft[],
  now: readonly Piece[],
  merged: readonly Piece[],
): boolean {
  const balance = new Map<string, number>();
  const book = (pieces: readonly Piece[], by: number): void => {
    for (const { key } of pieces) balance.set(key, (balance.get(key) ?? 0) + by);
  };
  book(now, 1);
  book(merged, -1);
  for (const { at, take } of grafts) {
    book(now.slice(...at), -1);
    book(one.slice(...take), 1);
  }
  return [...balance.values()].every((left) => left === 0);
}

/** Cuts the result where the paragraphs of `now` begin; null if one of those borders is gone. */
function partsOf(head: Head, merged: readonly Piece[], paragraphs: number): Wording[][] | null {
  const parts: Wording[][] = [];
  let first = head;
  let part: Piece[] = [];
  const close = (): void => void parts.push(wordingsOf(first, part));
  for (const piece of merged) {
    if (piece.begins?.stands === true) {
      close();
      first = piece.begins.head;
      part = [];
    } else part.push(piece);
  }
  close();
  return parts.length === paragraphs ? parts : null;
}
