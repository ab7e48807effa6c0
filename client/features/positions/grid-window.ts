/** Which cells of a grid of equal cells are drawn, and where the keyboard goes. Pure; in pixels and indexes. */

/** Sizes of a grid; the style sheet takes them from here as custom properties. */
export interface GridSizes {
  readonly row: number;
  readonly column: number;
  /** Width of the heads of the rows, which stay at the start. */
  readonly rowHead: number;
  /** Height of the heads of the columns, which stay at the top. */
  readonly columnHead: number;
}

/** First index drawn, and the one behind the last. */
export type Span = readonly [first: number, end: number];

/** How many more than are seen are drawn at each side, and in what steps: so that most scrolling draws nothing anew. */
const BEYOND = 6;
const STEP = 4;

/** What of `count` equal things is drawn where `seen` pixels from `scrolled` on are in view. */
export function spanOf(count: number, size: number, scrolled: number, seen: number): Span {
  const first = Math.floor(Math.max(0, scrolled) / size) - BEYOND;
  const end = Math.ceil((Math.max(0, scrolled) + seen) / size) + BEYOND;
  const down = Math.max(0, Math.floor(first / STEP) * STEP);
  const up = Math.min(count, Math.ceil(end / STEP) * STEP);
  return [Math.min(down, Math.max(0, count - 1)), Math.max(up, Math.min(count, 1))];
}

/** The indexes of a span, with one more that must stay drawn since it holds the focus. */
export function drawn([first, end]: Span, kept: number | null): number[] {
  const indexes = Array.from({ length: Math.max(0, end - first) }, (_, k) => first + k);
  if (kept === null || (kept >= first && kept < end)) return indexes;
  return kept < first ? [kept, ...indexes] : [...indexes, kept];
}

/** A cell by its indexes; −1 is the head of a row or column. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridKey {
  readonly key: string;
  readonly ctrl: boolean;
  /** Whether the next column stands to the left. */
  readonly rtl: boolean;
}

/** Where a key leads, or null where it means nothing to the grid. `page` is how many rows are in view. */
export function afterKey(
  { row, column }: GridPlace,
  { key, ctrl, rtl }: GridKey,
  { rows, columns, page }: { readonly rows: number; readonly columns: number; readonly page: number },
): GridPlace | null {
  const to = (r: number, c: number): GridPlace => ({
    row: Math.max(-1, Math.min(rows - 1, r)),
    column: Math.max(-1, Math.min(columns - 1, c)),
  });
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + (rtl ? -1 : 1));
    case 'ArrowLeft':
      return to(row, column + (rtl ? 1 : -1));
    case 'Home':
      return ctrl ? to(0, 0) : to(row, -1);
    case 'End':
      return ctrl ? to(rows - 1, columns - 1) : to(row, columns - 1);
    case 'PageDown':
      return to(row + Math.max(1, page - 1), column);
    case 'PageUp':
      return to(Math.max(0, row - Math.max(1, page - 1)), column);
    default:
      return null;
  }
}

/** The scrolling that brings a stretch into view, moving as little as can be. `covered` lies below a sticky head. */
export function scrollTo(
  start: number,
  size: number,
  { scrolled, seen, covered }: { readonly scrolled: number; readonly seen: number; readonly covered: number },
): number {
  if (start < scrolled + covered) return Math.max(0, start - covered);
  if (start + size > scrolled + seen) return start + size - seen;
  return scrolled;
}

/** What carries a place of the grid, `row.column`. */
export function placeIn(target: EventTarget | null): GridPlace | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  const [row, column] = (element?.dataset.place ?? '').split('.').map(Number);
  return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column };
}
