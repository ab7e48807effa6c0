import { plainText, type Run } from '../../model/paragraph.ts';
import type { Attribution, RollingPiece } from '../../model/rolling.ts';
import { together } from './attribution.ts';
import { sameRuns, sliceRuns, type WordChange } from './word-changes.ts';

/** Small changes of one proposal to one paragraph. */
export interface InlineChange {
  readonly by: Attribution;
  readonly changes: readonly WordChange[];
}

/** A proposal is small when it touches up to so many places of a paragraph… */
const MOST_PLACES = 5;
/** …and what it deletes and inserts is up to this share of the letters on both sides. Chosen by reading compilations. */
const MOST_SHARE = 0.4;

/** Whether changes can be read inside the paragraph, or are better read as an alternative of the whole. */
export function isSmall(changes: readonly WordChange[], base: string, wording: string): boolean {
  if (changes.length === 0 || changes.length > MOST_PLACES) return false;
  const touched = changes.reduce(
    (sum, { start, end, inserted }) => sum + end - start + plainText(inserted).length,
    0,
  );
  return touched <= MOST_SHARE * (base.length + wording.length);
}

/**
 * Changes collide when their words overlap or meet, unless they are the very same. Two insertions at one place meet:
 * nobody has said which comes first.
 */
const collide = (a: WordChange, b: WordChange): boolean =>
  a.start <= b.end && b.start <= a.end && !isSame(a, b);
const isSame = (a: WordChange, b: WordChange): boolean =>
  a.start === b.start && a.end === b.end && sameRuns(a.inserted, b.inserted);

/** Parts proposals that can stand inside one paragraph together from those that collide: all who collide, on all sides. */
export function combine<Change extends InlineChange>(
  proposals: readonly Change[],
): { readonly inline: readonly Change[]; readonly colliding: readonly Change[] } {
  const collides = (one: Change): boolean =>
    proposals.some(
      (other) => other !== one && one.changes.some((a) => other.changes.some((b) => collide(a, b))),
    );
  return {
    inline: proposals.filter((one) => !collides(one)),
    colliding: proposals.filter(collides),
  };
}

/** The paragraph with what is proposed inside it. Proposals must not collide. */
export function inlinePieces(
  runs: readonly Run[],
  proposals: readonly InlineChange[],
): readonly RollingPiece[] {
  const places: { readonly change: WordChange; readonly by: [Attribution, ...Attribution[]] }[] = [];
  for (const { by, changes } of proposals)
    for (const change of changes) {
      const same = places.find((place) => isSame(place.change, change));
      if (same === undefined) places.push({ change, by: [by] });
      else same.by.push(by);
    }
  places.sort((a, b) => a.change.start - b.change.start);
  const pieces: RollingPiece[] = [];
  const text = (start: number, end: number): void => {
    if (start < end) pieces.push({ kind: 'text', runs: sliceRuns(runs, start, end) });
  };
  let at = 0;
  for (const { change, by } of places) {
    const { start, end, inserted } = change;
    text(at, start);
    if (start < end)
      pieces.push({
        kind: 'struck',
        runs: sliceRuns(runs, start, end),
        deletedBy: inserted.length === 0 ? [together(by)] : [],
      });
    if (inserted.length > 0) pieces.push({ kind: 'inserted', runs: inserted, by: together(by) });
    at = end;
  }
  text(at, Number.POSITIVE_INFINITY);
  return pieces;
}
