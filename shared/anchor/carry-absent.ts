import type { ComparisonRow } from '../compare/comparison.ts';
import type { Place } from '../model/anchor.ts';
import { lettersIn } from './code-points.ts';
import type { AnchorParagraph } from './indexed-text.ts';
import { orphan } from './place.ts';
import { type CarryMap, keptFrom } from './row-map.ts';
import { carryIn, nearInNew } from './row-place.ts';
import type { Kept } from './survivors.ts';
import { LEAST_SIMILARITY } from './thresholds.ts';

/** How many UTF-16 units at the end of a paragraph say where it ends: as many as an anchor's context holds at most. */
const TAIL = 64;

/**
 * What is missing after a paragraph is missing where its end went. `found` and `moved` mean that a paragraph ends
 * there as it did; where its end is gone and the comparison tells no single heir, nothing says where it would stand.
 */
export function carryAbsent(place: Place, number: number, map: CarryMap): Place {
  const row = map.rows[map.rowOf[number] as number] as ComparisonRow;
  const { id: oldId, text: old } = map.from.paragraphs[number] as AnchorParagraph;
  const kept = keptFrom(map, { number, start: Math.max(0, old.length - TAIL), end: old.length }, true);
  const alone = row.from.length === 1 && row.to.length === 1;
  const end =
    lastKept(map, kept, old.length) ??
    (alone && row.similarity >= LEAST_SIMILARITY
      ? { number: row.to[0] as number, offset: null, whole: false }
      : null);
  if (end === null) return orphan(nearInNew(map, oldId), row.to.length === 0 ? 'removed' : 'orphan');
  const { id, text } = map.to.paragraphs[end.number] as AnchorParagraph;
  // What was joined to it stands behind its end now, and is not what the missing words would follow.
  const joinedOn = row.from.length > 1 && end.offset !== null && lettersIn(text.slice(end.offset)) > 0;
  const offset = joinedOn ? (end.offset as number) : text.length;
  const same = text === old;
  const ends = place.resolution !== 'changed' && offset === text.length && (same || end.whole);
  const stayed = !row.moved && (alone || id === oldId);
  return {
    resolution: ends ? (stayed ? 'found' : 'moved') : 'changed',
    carry: carryIn(row, ends),
    paragraph: id,
    start: offset,
    end: offset,
    near: null,
  };
}

/** Where the last letters that survive stand; `whole`: the old paragraph's end is among them. */
function lastKept(
  map: CarryMap,
  kept: ReadonlyMap<number, readonly Kept[]>,
  oldLength: number,
): { readonly number: number; readonly offset: number; readonly whole: boolean } | null {
  let last: { number: number; offset: number; from: number; whole: boolean } | null = null;
  for (const [number, stretches] of kept) {
    const { text } = map.to.paragraphs[number] as AnchorParagraph;
    for (const { from, to, length } of stretches)
      if (lettersIn(text.slice(to, to + length)) > 0 && (last === null || from > last.from))
        last = { number, offset: to + length, from, whole: from + length === oldLength };
  }
  return last;
}
