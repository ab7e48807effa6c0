import type { ComparableBlock, Comparison, ComparisonRow } from '../compare/comparison.ts';
import type { TrackedParagraph } from './tracked-paragraph.ts';
import { rowParagraphs, sideParagraph } from './tracked-row.ts';
import { closeTail } from './tracked-tail.ts';

const isContiguous = (indexes: readonly number[]): boolean =>
  indexes.every((index, at) => at === 0 || index === (indexes[at - 1] as number) + 1);

/** Stays in its place in both texts, whole: everything else stands around such rows. */
const isAnchor = (row: ComparisonRow): boolean =>
  !row.moved && row.from.length > 0 && row.to.length > 0 && isContiguous(row.from) && isContiguous(row.to);

const isTrackedMove = (row: ComparisonRow): boolean =>
  row.moved && row.from.length === 1 && row.to.length === 1;

const rowsOfBlocks = (rows: readonly ComparisonRow[], side: 'from' | 'to'): Map<number, number> =>
  new Map(rows.flatMap((row, at) => row[side].map((block): [number, number] => [block, at])));

/** Every paragraph of both texts, in an order that reads as either text when the other's changes go. */
export function trackParagraphs(
  comparison: Comparison,
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
): TrackedParagraph[] {
  const { rows } = comparison;
  const ofOld = rowsOfBlocks(rows, 'from');
  const ofNew = rowsOfBlocks(rows, 'to');
  const paragraphs: TrackedParagraph[] = [];
  const side = (which: 'from' | 'to', block: number): void => {
    const index = (which === 'from' ? ofOld : ofNew).get(block) as number;
    const row = rows[index] as ComparisonRow;
    const blocks = which === 'from' ? from : to;
    paragraphs.push(sideParagraph(which, row, index, block, blocks, isTrackedMove(row)));
  };
  let [old, fresh] = [0, 0];
  const upTo = (oldEnd: number, newEnd: number): void => {
    while (old < oldEnd) side('from', old++);
    while (fresh < newEnd) side('to', fresh++);
  };
  rows.forEach((row, index) => {
    if (!isAnchor(row)) return;
    upTo(row.from[0] as number, row.to[0] as number);
    paragraphs.push(...rowParagraphs(row, index, from, to));
    old = (row.from.at(-1) as number) + 1;
    fresh = (row.to.at(-1) as number) + 1;
  });
  upTo(from.length, to.length);
  return closeTail(paragraphs);
}
