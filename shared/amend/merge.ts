import { drownIslands, shiftEdits } from '../compare/clean.ts';
import type { Edit } from '../compare/edits.ts';
import { findWordEdits } from '../compare/word-edits.ts';
import { isWord, type Piece } from './pieces.ts';

/** What both sides changed in the same place: where, in pieces of the base and of each side. */
export interface Overlap {
  readonly base: readonly [start: number, end: number];
  readonly one: readonly [start: number, end: number];
  readonly other: readonly [start: number, end: number];
}

/** A stretch of one side that goes in the place of a stretch of the other: what is left to do there. */
export interface Graft {
  readonly at: readonly [start: number, end: number];
  readonly take: readonly [start: number, end: number];
}

/** Two changes of one base, brought together. `grafts` carry what `one` changed over to `other`. */
export interface Merge {
  readonly overlaps: readonly Overlap[];
  readonly grafts: readonly Graft[];
  /** Edits that both sides made alike: they are there already. */
  readonly shared: number;
}

/** Steps of one comparison of words: far beyond any paragraph, so that nobody can keep a server busy. */
const STEPS = 20_000_000;

/** What a person would say was changed: whole phrases, without the accidental words that two phrases share. */
export function editsOf(from: readonly Piece[], to: readonly Piece[]): Edit[] {
  const pair = { from, to };
  const edits = findWordEdits(pair, { steps: STEPS, cut: false });
  return shiftEdits(pair, drownIslands(pair, edits)).filter(({ equal }) => !equal);
}

/**
 * Three-way: which changes of `one` hold beside those of `other`. Two changes touch unless a word that neither
 * changed stands between them; changes that touch and are not alike overlap.
 */
export function mergeEdits(
  base: readonly Piece[],
  one: readonly Piece[],
  other: readonly Piece[],
  ones: readonly Edit[] = editsOf(base, one),
  others: readonly Edit[] = editsOf(base, other),
): Merge {
  const words = countWords(base);
  const overlaps: Overlap[] = [];
  const grafts: Graft[] = [];
  let shared = 0;
  for (const edit of ones) {
    const near = others.filter((rival) => touches(words, edit, rival));
    const [rival] = near;
    if (near.length === 1 && rival !== undefined && isSame(base, edit, rival, one, other)) {
      shared += 1;
      continue;
    }
    for (const met of near)
      overlaps.push({
        base: [Math.min(edit.from[0], met.from[0]), Math.max(edit.from[1], met.from[1])],
        one: edit.to,
        other: met.to,
      });
    if (near.length > 0) continue;
    const shift = shiftAt(others, edit.from[0]);
    grafts.push({ at: [edit.from[0] + shift, edit.from[1] + shift], take: edit.to });
  }
  return { overlaps, grafts, shared };
}

/** How many words stand before each piece. */
function countWords(pieces: readonly Piece[]): Uint32Array {
  const counts = new Uint32Array(pieces.length + 1);
  for (let at = 0; at < pieces.length; at++)
    counts[at + 1] = (counts[at] as number) + (isWord(pieces[at] as Piece) ? 1 : 0);
  return counts;
}

function touches(words: Uint32Array, a: Edit, b: Edit): boolean {
  const [first, second] = a.from[0] <= b.from[0] ? [a, b] : [b, a];
  if (first.from[1] > second.from[0]) return true;
  return words[first.from[1]] === words[second.from[0]];
}

/** Whether either edit alone makes the same text: "[A B] A" and "A [B A]" are one insertion, placed in two ways. */
function isSame(
  base: readonly Piece[],
  a: Edit,
  b: Edit,
  one: readonly Piece[],
  other: readonly Piece[],
): boolean {
  const start = Math.min(a.from[0], b.from[0]);
  const end = Math.max(a.from[1], b.from[1]);
  const alone = (edit: Edit, side: readonly Piece[]): string =>
    said(base, [start, edit.from[0]]) + said(side, edit.to) + said(base, [edit.from[1], end]);
  return alone(a, one) === alone(b, other);
}

const said = (pieces: readonly Piece[], [start, end]: readonly [number, number]): string =>
  pieces
    .slice(start, end)
    .map(({ core }) => core)
    .join('');

/** How far a place of the base has moved in the other side. */
const shiftAt = (others: readonly Edit[], at: number): number =>
  others
    .filter(({ from }) => from[1] <= at)
    .reduce((sum, { from, to }) => sum + (to[1] - to[0]) - (from[1] - from[0]), 0);

/** Carries the grafts out. */
export function graft(other: readonly Piece[], one: readonly Piece[], grafts: readonly Graft[]): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const { at: place, take } of grafts) {
    result.push(...other.slice(at, place[0]), ...one.slice(take[0], take[1]));
    at = place[1];
  }
  return [...result, ...other.slice(at)];
}
