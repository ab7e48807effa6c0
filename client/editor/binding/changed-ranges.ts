import type { Transaction } from '@tiptap/pm/state';
import type { Step, StepMap } from '@tiptap/pm/transform';

/**
 * A stretch that changed: `from..to` of the document before became `newFrom..newTo` of the document after.
 * Ranges rise, do not touch, and everything between them is the same on both sides.
 */
export interface ChangedRange {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Adds one more change, given in the coordinates of the newest document. Exact: nothing is compared. */
export function addChange(
  ranges: readonly ChangedRange[],
  start: number,
  end: number,
  length: number,
): ChangedRange[] {
  const before = ranges.filter((range) => range.newTo < start);
  const after = ranges.filter((range) => range.newFrom > end);
  const merged = ranges.slice(before.length, ranges.length - after.length);
  const growth = length - (end - start);
  const shiftBefore = shiftOf(before.at(-1));
  const shiftAfter = shiftOf(merged.at(-1) ?? before.at(-1));
  const newFrom = Math.min(start, merged[0]?.newFrom ?? start);
  const newTo = Math.max(end, merged.at(-1)?.newTo ?? end);
  const range = {
    from: newFrom - shiftBefore,
    to: newTo - shiftAfter,
    newFrom,
    newTo: newTo + growth,
  };
  const moved = after.map((one) => ({
    ...one,
    newFrom: one.newFrom + growth,
    newTo: one.newTo + growth,
  }));
  return [...before, range, ...moved];
}

/** How far places behind a range have moved. */
const shiftOf = (range: ChangedRange | undefined): number =>
  range === undefined ? 0 : range.newTo - range.to;

/** Steps whose map is empty yet change something: marks, and attributes of the paragraph at a place. */
interface Ranged {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly pos?: unknown;
}

/** Composes the steps of a transaction onto ranges already known (rule B2). */
export function composeSteps(
  ranges: readonly ChangedRange[],
  steps: readonly Step[],
  maps: readonly StepMap[],
): ChangedRange[] {
  let composed = [...ranges];
  steps.forEach((step, i) => {
    const pieces: (readonly [start: number, end: number, length: number])[] = [];
    maps[i]?.forEach((start, end, newStart, newEnd) => {
      pieces.push([start, end, newEnd - newStart]);
    });
    const { from, to, pos } = step as Ranged;
    if (pieces.length === 0 && typeof from === 'number' && typeof to === 'number' && to > from)
      pieces.push([from, to, to - from]);
    if (pieces.length === 0 && typeof pos === 'number') pieces.push([pos, pos + 1, 1]);
    // The pieces of one map are all given in the document before it: right to left keeps them valid.
    for (const [start, end, length] of pieces.reverse()) composed = addChange(composed, start, end, length);
  });
  return composed;
}

/** The ranges of several transactions applied one after the other. */
export const rangesOf = (transactions: readonly Transaction[]): ChangedRange[] =>
  transactions.reduce<ChangedRange[]>(
    (ranges, { steps, mapping }) => composeSteps(ranges, steps, mapping.maps),
    [],
  );
