// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves inside the grid
import { useMessages } from '../../ui/messages.ts';
import type { GridSizes } from './grid-window.ts';
import type { NamedColumn } from './matrix-columns.ts';

interface MatrixHeadsProps {
  readonly columns: readonly NamedColumn[];
  /** The columns that are drawn. */
  readonly drawn: readonly number[];
  readonly sizes: GridSizes;
  /** Of the whole row, in pixels. */
  readonly width: number;
  /** Whether a head tells how many delegations it stands for. */
  readonly counted: boolean;
  /** The column whose head the keyboard comes to; null: none. */
  readonly tab: number | null;
}

/** The heads of the columns in view. */
export function MatrixHeads({ columns, drawn, sizes, width, counted, tab }: MatrixHeadsProps) {
  const { t } = useMessages();
  return (
    <div role="row" className="matrix-heads" aria-rowindex={1} style={{ inlineSize: width }}>
      <span role="columnheader" className="matrix-corner" aria-colindex={1}>
        {t('positions.grid.paragraph')}
      </span>
      {drawn.map((column) => (
        <span
          key={column}
          role="columnheader"
          className="matrix-head"
          aria-colindex={column + 2}
          tabIndex={tab === column ? 0 : -1}
          data-place={`-1.${column}`}
          title={columns[column]?.name}
          style={{ insetInlineStart: sizes.rowHead + column * sizes.column }}
        >
          <span className="matrix-head-name" dir="auto">
            {columns[column]?.name}
          </span>
          {!counted ? null : (
            <span className="matrix-head-count" aria-hidden>
              {columns[column]?.members.length}
            </span>
          )}
        </span>
      ))}
    </div>
  );
}
