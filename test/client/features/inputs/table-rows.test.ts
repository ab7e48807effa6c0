import { describe, expect, it } from 'vitest';
import {
  rowAt,
  rowsInView,
  rowTops,
  scrollFor,
  type TableRow,
  tableRows,
} from '../../../../client/features/inputs/table-rows.ts';
import { inputsOf } from '../../../../shared/domain/input.ts';
import { groupInputs } from '../../../../shared/domain/input-order.ts';
import { comment, NO_ROWS, rowsOf } from '../../../shared/domain/register-sketch.ts';

const HEIGHTS = { head: 30, input: 70 };

describe('lines of the table of inputs', () => {
  const rows = tableRows(
    groupInputs(
      inputsOf({ ...NO_ROWS, comment: rowsOf(comment('a', null), comment('b', null), comment('c', '1')) }),
      [],
    ),
  );
  const tops = rowTops(rows, HEIGHTS);

  it('U113: a head stands before the inputs of each group', () => {
    expect(rows.map(({ kind }) => kind)).toEqual(['head', 'input', 'input', 'head', 'input']);
    expect([...tops]).toEqual([0, 30, 100, 170, 200, 270]);
  });

  it('U113: the line at a height is the one that covers it', () => {
    expect([0, 29, 30, 199, 200, 9999].map((y) => rowAt(tops, y))).toEqual([0, 0, 1, 3, 4, 4]);
  });

  it('U113: of many lines only those in view are drawn, with some beyond the edges', () => {
    const many: TableRow[] = Array.from({ length: 2300 }, () => rows[1] as TableRow);
    const [first, end] = rowsInView(rowTops(many, HEIGHTS), 70_000, 700);
    expect([first, end]).toEqual([1000 - 12, 1010 + 1 + 12]);
    expect(rowsInView(rowTops([], HEIGHTS), 0, 700)).toEqual([0, 0]);
  });

  it('U113: a line is scrolled to only as far as it takes to see it whole', () => {
    const view = { scrolled: 100, height: 100, covered: 30 };
    expect(scrollFor(tops, 4, view)).toBe(170);
    expect(scrollFor(tops, 1, view)).toBe(0);
    expect(scrollFor(tops, 2, { ...view, scrolled: 60, height: 120 })).toBe(60);
  });
});
