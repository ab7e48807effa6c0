import type { Input } from '../../../shared/domain/input.ts';
import type { InputGroup } from '../../../shared/domain/input-order.ts';

/** One line of the table: the head of a group, or an input. */
export type TableRow =
  | { readonly kind: 'head'; readonly group: InputGroup }
  | { readonly kind: 'input'; readonly input: Input };

/** Height of each kind of line, in CSS pixels: fixed, so that thousands of lines need not be measured. */
export interface RowHeights {
  readonly head: number;
  readonly input: number;
}

export const tableRows = (groups: readonly InputGroup[]): TableRow[] =>
  groups.flatMap((group): TableRow[] => [
    { kind: 'head', group },
    ...group.inputs.map((input): TableRow => ({ kind: 'input', input })),
  ]);

/** Where each line begins, in pixels from the top; one more at the end says how high all are together. */
export function rowTops(rows: readonly TableRow[], heights: RowHeights): Float64Array {
  const tops = new Float64Array(rows.length + 1);
  for (const [k, row] of rows.entries()) tops[k + 1] = (tops[k] as number) + heights[row.kind];
  return tops;
}

/** The line at a height: the last one that begins at or above it. */
export function rowAt(tops: Float64Array, y: number): number {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] as number) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Lines drawn beyond each edge of what is seen, so that a quick scroll meets no empty place. */
const BEYOND = 12;

/** First line to draw, and the one behind the last. */
export function rowsInView(tops: Float64Array, scrolled: number, height: number): readonly [number, number] {
  const count = tops.length - 1;
  if (count === 0) return [0, 0];
  return [
    Math.max(0, rowAt(tops, scrolled) - BEYOND),
    Math.min(count, rowAt(tops, scrolled + height) + 1 + BEYOND),
  ];
}

/** How far to scroll so that a line is seen whole, below a head of that height that sticks to the top. */
export function scrollFor(
  tops: Float64Array,
  row: number,
  view: { readonly scrolled: number; readonly height: number; readonly covered: number },
): number {
  const [top, bottom] = [tops[row] as number, tops[row + 1] as number];
  if (top < view.scrolled + view.covered) return Math.max(0, top - view.covered);
  if (bottom > view.scrolled + view.height) return bottom - view.height;
  return view.scrolled;
}
