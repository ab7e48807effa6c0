import { useEffect, useMemo, useState } from 'react';
import type { ColumnKind } from '../../../shared/domain/matrix-counts.ts';
import type { GridSizes } from './grid-window.ts';

/** Below this width the heads of the rows are narrow. Same as in the sheet. */
const NARROW = '(max-width: 47.99rem)';

/** Widths of a figure of the counts, in pixels: a sign and three digits. */
const FIGURE = 33;

const sizesOf = (kind: ColumnKind, narrow: boolean, figures: number): GridSizes => ({
  row: 46,
  rowHead: narrow ? 124 : 288,
  ...(kind === 'delegation'
    ? { column: 38, columnHead: 148 }
    : { column: figures * FIGURE + 12, columnHead: 52 }),
});

/** Sizes of the grid for what it shows; `figures` stand side by side in a cell. */
export function useGridSizes(kind: ColumnKind, figures: number): GridSizes {
  const [narrow, setNarrow] = useState(() => window.matchMedia(NARROW).matches);
  useEffect(() => {
    const media = window.matchMedia(NARROW);
    const change = (): void => setNarrow(media.matches);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, []);
  return useMemo(() => sizesOf(kind, narrow, figures), [kind, narrow, figures]);
}
