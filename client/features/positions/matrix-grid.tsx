// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves inside the grid
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ColumnKind } from '../../../shared/domain/matrix-counts.ts';
import { kindOf, type PositionMatrix, SPLIT } from '../../../shared/domain/position-matrix.ts';
import { useMessages } from '../../ui/messages.ts';
import { useGridSizes } from './grid-sizes.ts';
import { afterKey, drawn, type GridPlace, placeIn, scrollTo } from './grid-window.ts';
import type { NamedColumn } from './matrix-columns.ts';
import { MatrixHeads } from './matrix-heads.tsx';
import { MatrixRow } from './matrix-row.tsx';
import type { CellAddress } from './positions-address.ts';
import { type PositionScene, paragraphName, sectionAt } from './scene.ts';
import type { ShownRows } from './shown-rows.ts';
import { FIGURES } from './standing-signs.ts';
import { paragraphOfKey, useCounts } from './use-counts.ts';
import { useGridWindow } from './use-grid-window.ts';
import './matrix.css';

interface MatrixGridProps {
  readonly scene: PositionScene;
  readonly kind: ColumnKind;
  readonly columns: readonly NamedColumn[];
  /** Rows are counted from the first that is shown. */
  readonly shown: ShownRows;
  /** The cell whose people are shown. */
  readonly cell: CellAddress | null;
  readonly onOpen: (cell: CellAddress) => void;
  readonly onClose: () => void;
}

/** Height of the heading that stays below the heads of the columns (`matrix.css`), in pixels. */
const SECTION = 30;

/**
 * Paragraphs × columns as an ARIA grid with a roving focus. Only cells in view are drawn, and the one that has the
 * focus, so that 300 × 193 opens and scrolls like a page of text.
 */
export function MatrixGrid({
  scene,
  kind,
  columns,
  shown: { first, count },
  cell,
  onOpen,
  onClose,
}: MatrixGridProps) {
  const { t, dir } = useMessages();
  const prefix = useId();
  const box = useRef<HTMLDivElement>(null);
  const { matrix, paragraphs } = scene;
  const { counts, tick, changed } = useCounts(matrix, scene.tick, columns);
  const single = kind === 'delegation';
  // biome-ignore lint/correctness/useExhaustiveDependencies: `scene.tick` stands for what the matrix holds
  const withSplit = useMemo(() => hasSplit(matrix), [matrix, scene.tick]);
  const sizes = useGridSizes(kind, withSplit ? FIGURES.length : FIGURES.length - 1);
  const seen = useGridWindow(box, count, columns.length, sizes);
  const opened = useMemo<GridPlace | null>(() => {
    if (cell === null) return null;
    const row = cell.paragraph === null ? -1 : (matrix.paragraphAt.get(cell.paragraph) ?? -1) - first;
    const column = cell.column === null ? -1 : columns.findIndex(({ key }) => key === cell.column);
    const isShown = cell.paragraph === null || (row >= 0 && row < count);
    return !isShown || (cell.column !== null && column < 0) ? null : { row, column };
  }, [cell, matrix, columns, first, count]);
  const [place, setPlace] = useState<GridPlace>(() => opened ?? { row: 0, column: 0 });
  const at: GridPlace = {
    row: Math.min(place.row, count - 1),
    column: Math.min(place.column, columns.length - 1),
  };
  const rows = drawn(seen.rows, at.row < 0 ? null : at.row);
  const kept = at.column < 0 ? null : at.column;
  const [from, end] = seen.columns;
  const across = useMemo(() => drawn([from, end], kept), [from, end, kept]);
  const changedHere = useMemo(
    () => [...changed].filter((key) => isIn(first, count, paragraphOfKey(key))).length,
    [changed, first, count],
  );

  const show = (to: GridPlace): void => {
    const element = box.current;
    if (element === null) return;
    if (to.row >= 0)
      element.scrollTop = scrollTo(to.row * sizes.row, sizes.row, {
        scrolled: element.scrollTop,
        seen: element.clientHeight - sizes.columnHead,
        covered: SECTION,
      });
    if (to.column < 0) return;
    const along = scrollTo(to.column * sizes.column, sizes.column, {
      scrolled: Math.abs(element.scrollLeft),
      seen: element.clientWidth - sizes.rowHead,
      covered: 0,
    });
    element.scrollLeft = dir === 'rtl' ? -along : along;
  };
  const shown = useRef(show);
  shown.current = show;
  // A cell that the address names comes into view, also when another view of columns is chosen.
  useEffect(() => {
    if (opened === null) return;
    setPlace(opened);
    shown.current(opened);
  }, [opened]);

  const focus = useRef(false);
  useEffect(() => {
    if (!focus.current) return;
    focus.current = false;
    box.current
      ?.querySelector<HTMLElement>(`[data-place="${place.row}.${place.column}"]`)
      ?.focus({ preventScroll: true });
  }, [place]);

  const open = (to: GridPlace): void => {
    const paragraph = to.row < 0 ? null : (paragraphs[first + to.row]?.id ?? null);
    const column = to.column < 0 ? null : (columns[to.column]?.key ?? null);
    if (paragraph !== null || column !== null) onOpen({ paragraph, column });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(at);
      return;
    }
    if (event.key === 'Escape' && cell !== null) {
      event.preventDefault();
      onClose();
      return;
    }
    const next = afterKey(
      at,
      { key: event.key, ctrl: event.ctrlKey, rtl: dir === 'rtl' },
      { rows: count, columns: columns.length, page: seen.page },
    );
    if (next === null) return;
    event.preventDefault();
    // The corner has nothing to tell.
    if (next.row === -1 && next.column === -1) return;
    focus.current = true;
    setPlace(next);
    show(next);
  };
  const onClick = (event: MouseEvent): void => {
    const to = placeIn(event.target);
    if (to === null) return;
    setPlace(to);
    open(to);
  };
  // A section's own heading is its first row: nothing need lie over it.
  const isAtHead = seen.topRow === 0 && paragraphs[first]?.kind === 'heading';
  const section = isAtHead ? null : sectionAt(scene, first + seen.topRow);
  const width = sizes.rowHead + columns.length * sizes.column;
  const measures = {
    '--matrix-row': `${sizes.row}px`,
    '--matrix-column': `${sizes.column}px`,
    '--matrix-row-head': `${sizes.rowHead}px`,
    '--matrix-column-head': `${sizes.columnHead}px`,
  } as CSSProperties;
  return (
    <div className="matrix-box">
      <p className="visually-hidden" id={`${prefix}-help`}>
        {t('positions.grid.help')}
      </p>
      <p className="visually-hidden" role="status">
        {changedHere === 0 ? '' : t('positions.grid.changed', { count: changedHere })}
      </p>
      <div
        ref={box}
        role="grid"
        className="matrix-grid"
        data-columns={kind}
        aria-label={t('positions.grid.name')}
        aria-describedby={`${prefix}-help`}
        aria-rowcount={count + 1}
        aria-colcount={columns.length + 1}
        style={measures}
        onKeyDown={onKey}
        onClick={onClick}
        onFocus={(event) => {
          const to = placeIn(event.target);
          if (to !== null && (to.row !== at.row || to.column !== at.column)) setPlace(to);
        }}
      >
        <MatrixHeads
          columns={columns}
          drawn={across}
          sizes={sizes}
          width={width}
          counted={!single}
          tab={at.row === -1 ? at.column : null}
        />
        <div className="matrix-section" aria-hidden dir="auto" data-none={section === null || undefined}>
          {section}
        </div>
        <div
          role="rowgroup"
          className="matrix-body"
          style={{ blockSize: count * sizes.row, inlineSize: width }}
        >
          {rows.map((row) => {
            const paragraph = paragraphs[first + row];
            return paragraph === undefined ? null : (
              <MatrixRow
                key={row}
                index={row}
                at={first + row}
                paragraph={paragraph}
                name={paragraphName(t, scene, paragraph.id)}
                top={row * sizes.row}
                columns={columns}
                drawn={across}
                columnSize={sizes.column}
                rowHead={sizes.rowHead}
                matrix={matrix}
                counts={counts}
                tick={tick}
                single={single}
                withSplit={withSplit}
                changed={changed}
                open={opened?.row === row ? opened.column : null}
                tab={at.row === row ? at.column : null}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

const isIn = (first: number, count: number, index: number): boolean =>
  index >= first && index < first + count;

/** The slot for groups that differ is left out while nobody needs it. */
const hasSplit = ({ cells }: PositionMatrix): boolean => cells.some((cell) => kindOf(cell) === SPLIT);
