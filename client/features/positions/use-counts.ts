import { useEffect, useMemo, useRef, useState } from 'react';
import {
  adjustCounts,
  type ColumnCounts,
  countColumns,
  type MatrixColumn,
} from '../../../shared/domain/matrix-counts.ts';
import type { ChangedCell, PositionMatrix } from '../../../shared/domain/position-matrix.ts';

/** How long a changed cell stays marked, in milliseconds: long enough to be found on a crowded screen. */
const MARKED_FOR = 6_000;

/** Names a cell of a view. */
export const cellKey = (column: number, paragraph: number): string => `${paragraph}.${column}`;

export const paragraphOfKey = (key: string): number => Number.parseInt(key, 10);

/** Counts that are kept up to date, and which of their cells changed a moment ago. */
export interface LiveCounts {
  readonly counts: ColumnCounts;
  /** Rises with every change of the counts. */
  readonly tick: number;
  readonly changed: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The cells in which two readings of a matrix differ (rule V22). */
export function differences(
  before: Uint8Array,
  { cells, paragraphs }: Pick<PositionMatrix, 'cells' | 'paragraphs'>,
): ChangedCell[] {
  const changed: ChangedCell[] = [];
  for (let k = 0; k < cells.length; k++) {
    const [was, is] = [before[k] ?? 0, cells[k] ?? 0];
    if (was === is) continue;
    const delegation = Math.floor(k / paragraphs.length);
    changed.push({ delegation, paragraph: k % paragraphs.length, before: was, after: is });
  }
  return changed;
}

/**
 * Counts of a view, followed cell by cell: the matrix changes in place and says so by `tick`. Where its delegations or
 * paragraphs are others, or the view is, everything is counted anew and nothing is marked.
 */
export function useCounts(
  matrix: PositionMatrix,
  matrixTick: number,
  columns: readonly MatrixColumn[],
): LiveCounts {
  const known = useRef<{
    matrix: PositionMatrix;
    columns: readonly MatrixColumn[];
    cells: Uint8Array;
    live: LiveCounts;
  } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `matrixTick` stands for what the matrix holds
  const live = useMemo((): LiveCounts => {
    const before = known.current;
    const follows =
      before !== null &&
      sameColumns(before.columns, columns) &&
      sameSeats(before.matrix, matrix) &&
      before.cells.length === matrix.cells.length;
    if (!follows) {
      const counts = countColumns(matrix, columns);
      const fresh = { counts, tick: 0, changed: NOTHING };
      known.current = { matrix, columns, cells: matrix.cells.slice(), live: fresh };
      return fresh;
    }
    const changes = differences(before.cells, matrix);
    if (changes.length === 0) return before.live;
    adjustCounts(before.live.counts, changes);
    const { counts, tick } = before.live;
    const changed = new Set(
      changes.flatMap(({ delegation, paragraph }) =>
        (counts.columnsOf[delegation] ?? []).map((column) => cellKey(column, paragraph)),
      ),
    );
    const next = { counts, tick: tick + 1, changed };
    known.current = { matrix, columns, cells: matrix.cells.slice(), live: next };
    return next;
  }, [matrix, matrixTick, columns]);
  const marked = useMarked(live);
  return useMemo(() => ({ ...live, changed: marked }), [live, marked]);
}

const sameList = <Item>(
  a: readonly Item[],
  b: readonly Item[],
  same: (x: Item, y: Item) => boolean,
): boolean => a === b || (a.length === b.length && a.every((one, k) => same(one, b[k] as Item)));

/** Whether a cell is the same delegation on the same paragraph, though the matrix was made anew. */
const sameSeats = (a: PositionMatrix, b: PositionMatrix): boolean =>
  a === b ||
  (sameList(a.paragraphs, b.paragraphs, Object.is) &&
    sameList(a.delegations, b.delegations, (x, y) => x.id === y.id));

const sameColumns = (a: readonly MatrixColumn[], b: readonly MatrixColumn[]): boolean =>
  sameList(a, b, (x, y) => x.key === y.key && sameList(x.members, y.members, Object.is));

/** What changed, for a moment; a second change joins the first. */
function useMarked({ tick, changed }: LiveCounts): ReadonlySet<string> {
  const [marked, setMarked] = useState(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a change
  useEffect(() => {
    if (changed.size === 0) return;
    setMarked((before) => new Set([...before, ...changed]));
    // Not called off by the next change: each mark ends by itself.
    setTimeout(() => setMarked((now) => new Set([...now].filter((cell) => !changed.has(cell)))), MARKED_FOR);
  }, [tick, changed]);
  return marked;
}
