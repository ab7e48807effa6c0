import type { Links } from './links.ts';
import { findMoves, type RowSides } from './moves.ts';

/** A row's place: its blocks, whether it moved, and after which row it stood. */
export interface PlacedRow extends RowSides {
  readonly moved: boolean;
  /** Index of the row it came after in the old text, -1 at the beginning; null when it did not move. */
  readonly stoodAfter: number | null;
}

/** Where a split or a merge stands: with its longest block. */
const longest = (blocks: readonly number[], words: (block: number) => number): number =>
  blocks.reduce((best, block) => (words(block) > words(best) ? block : best));

/** Every block in exactly one row, in the reading order of the new text, removed rows where they stood. */
export function placeRows(
  links: Links,
  wordsOf: { readonly old: (old: number) => number; readonly new: (fresh: number) => number },
): PlacedRow[] {
  const withNew: RowSides[] = [];
  links.ofNew.forEach((olds, fresh) => {
    const first = olds[0];
    const news =
      first === undefined ? [fresh] : olds.length === 1 ? (links.ofOld[first] as number[]) : [fresh];
    if (news[0] === fresh) withNew.push({ from: olds, to: news });
  });
  const moved = findMoves(
    withNew,
    (row) => row.from.reduce((sum, old) => sum + wordsOf.old(old), 0),
    (row) => [longest(row.from, wordsOf.old), longest(row.to, wordsOf.new)],
  );

  // The place of each old block is behind the nearest earlier block that did not move.
  const rowOfOld = new Map<number, number>();
  withNew.forEach((row, at) => {
    for (const old of row.from) rowOfOld.set(old, at);
  });
  const removedAfter = new Map<number, number[]>();
  const stoodAfterRow = new Map<number, { anchor: number; removed: number }>();
  let anchor = -1;
  links.ofOld.forEach((news, old) => {
    if (news.length === 0) {
      const list = removedAfter.get(anchor);
      if (list === undefined) removedAfter.set(anchor, [old]);
      else list.push(old);
      return;
    }
    const row = rowOfOld.get(old) as number;
    if (!moved[row]) anchor = row;
    else if (!stoodAfterRow.has(row))
      stoodAfterRow.set(row, { anchor, removed: removedAfter.get(anchor)?.length ?? 0 });
  });

  const placed: { row: RowSides; source: number }[] = [];
  const finalIndex = new Map<number, number>();
  const placeRemoved = (after: number): void => {
    for (const old of removedAfter.get(after) ?? [])
      placed.push({ row: { from: [old], to: [] }, source: -1 });
  };
  placeRemoved(-1);
  withNew.forEach((row, at) => {
    finalIndex.set(at, placed.length);
    placed.push({ row, source: at });
    placeRemoved(at);
  });
  return placed.map(({ row, source }) => {
    const stood = stoodAfterRow.get(source);
    if (stood === undefined) return { ...row, moved: false, stoodAfter: null };
    const base = stood.anchor < 0 ? -1 : (finalIndex.get(stood.anchor) as number);
    return { ...row, moved: true, stoodAfter: base + stood.removed };
  });
}
