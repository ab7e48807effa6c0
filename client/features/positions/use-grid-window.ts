import { type RefObject, useLayoutEffect, useState } from 'react';
import { followBox } from '../../ui/follow-box.ts';
import { type GridSizes, type Span, spanOf } from './grid-window.ts';

export interface GridWindow {
  readonly rows: Span;
  readonly columns: Span;
  /** How many rows are in view. */
  readonly page: number;
  /** The first row that is not below the heads. */
  readonly topRow: number;
}

const same = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

/** Follows a grid as it is scrolled and changes size: at most once a frame, and only where other cells are drawn. */
export function useGridWindow(
  box: RefObject<HTMLElement | null>,
  rows: number,
  columns: number,
  sizes: GridSizes,
): GridWindow {
  const [seen, setSeen] = useState<GridWindow>(() => ({
    rows: spanOf(rows, sizes.row, 0, 900),
    columns: spanOf(columns, sizes.column, 0, 1400),
    page: 15,
    topRow: 0,
  }));
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    return followBox(element, () => {
      const down = element.scrollTop;
      // Scrolled from the start: in a page from right to left it is told as negative.
      const along = Math.abs(element.scrollLeft);
      const height = element.clientHeight - sizes.columnHead;
      const next: GridWindow = {
        rows: spanOf(rows, sizes.row, down, height),
        columns: spanOf(columns, sizes.column, along, element.clientWidth - sizes.rowHead),
        page: Math.max(1, Math.floor(height / sizes.row)),
        topRow: Math.min(rows - 1, Math.floor(down / sizes.row)),
      };
      setSeen((last) =>
        same(last.rows, next.rows) &&
        same(last.columns, next.columns) &&
        last.page === next.page &&
        last.topRow === next.topRow
          ? last
          : next,
      );
    });
  }, [box, rows, columns, sizes]);
  return seen;
}
