// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves, and the grid gives it
import { memo } from 'react';
import { type ColumnCounts, tallyAt } from '../../../shared/domain/matrix-counts.ts';
import type { PositionMatrix } from '../../../shared/domain/position-matrix.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { CountCell, StandingCell } from './matrix-cell.tsx';
import type { NamedColumn } from './matrix-columns.ts';
import { gist } from './scene.ts';
import { cellKey } from './use-counts.ts';

/** How many characters of a paragraph stand beside its number. */
const GIST = 90;

export interface RowProps {
  /** Its place among the rows that are shown. */
  readonly index: number;
  /** Its place in the text. */
  readonly at: number;
  readonly paragraph: LabelledParagraph;
  /** The name it is cited by. */
  readonly name: string;
  /** Its place below the heads of the columns, in pixels. */
  readonly top: number;
  readonly columns: readonly NamedColumn[];
  /** Indexes of the columns that are drawn. */
  readonly drawn: readonly number[];
  readonly columnSize: number;
  readonly rowHead: number;
  readonly matrix: PositionMatrix;
  readonly counts: ColumnCounts;
  readonly tick: number;
  /** One delegation a column, shown by its sign. */
  readonly single: boolean;
  readonly withSplit: boolean;
  readonly changed: ReadonlySet<string>;
  /** The column whose cell is open in this row; −1 for its head, null for none. */
  readonly open: number | null;
  /** The column the keyboard comes to in this row, or null. */
  readonly tab: number | null;
}

/** A paragraph with its cells, as far as they are in view. */
export const MatrixRow = memo(function MatrixRow(props: RowProps) {
  const { index, paragraph, name, top, columns, drawn, columnSize, rowHead, open, tab } = props;
  return (
    <div
      role="row"
      className="matrix-row"
      aria-rowindex={index + 2}
      data-kind={paragraph.kind}
      data-open={open !== null || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span
        role="rowheader"
        className="matrix-row-head"
        aria-colindex={1}
        tabIndex={tab === -1 ? 0 : -1}
        data-place={`${index}.-1`}
      >
        {paragraph.label === '' ? null : <bdi className="matrix-label">{name}</bdi>}
        <span className="matrix-gist" dir="auto">
          {gist(paragraph.text, GIST)}
        </span>
      </span>
      {drawn.map((column) => (
        <Cell
          key={column}
          {...props}
          column={column}
          columnName={columns[column]?.name ?? ''}
          start={rowHead + column * columnSize}
        />
      ))}
    </div>
  );
});

type PlacedProps = RowProps & {
  readonly column: number;
  readonly columnName: string;
  readonly start: number;
};

function Cell({ index, at, column, columnName, start, ...rest }: PlacedProps) {
  const { name, matrix, counts, columns, single, withSplit, changed, open, tab } = rest;
  const common = {
    row: index,
    column,
    start,
    rowName: name,
    columnName,
    changed: changed.has(cellKey(column, at)),
    open: open === column,
    tab: tab === column,
  };
  if (single) {
    const delegation = columns[column]?.members[0] ?? -1;
    const cell = matrix.cells[delegation * matrix.paragraphs.length + at] ?? 0;
    return <StandingCell {...common} cell={cell} />;
  }
  const { 'can-live-with': canLiveWith, ...tally } = tallyAt(counts, column, at);
  return <CountCell {...common} {...tally} canLiveWith={canLiveWith} withSplit={withSplit} />;
}
