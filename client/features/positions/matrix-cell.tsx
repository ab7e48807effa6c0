// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves, and the grid gives it
import { memo } from 'react';
import type { Tally } from '../../../shared/domain/matrix-counts.ts';
import { isThroughGroup, isToReconfirm } from '../../../shared/domain/position-matrix.ts';
import { useMessages } from '../../ui/messages.ts';
import { standingWords, tallyWords } from './cell-words.ts';
import { FIGURES, figureOf, numberOf, SIGNS } from './standing-signs.ts';

export interface CellProps {
  readonly row: number;
  readonly column: number;
  /** Offset from the start of the row, in pixels. */
  readonly start: number;
  /** Of the row and the column, by which the cell is named. */
  readonly rowName: string;
  readonly columnName: string;
  readonly changed: boolean;
  readonly open: boolean;
  /** Whether the keyboard comes here. */
  readonly tab: boolean;
}

interface CountCellProps extends CellProps {
  readonly support: number;
  readonly canLiveWith: number;
  readonly concern: number;
  readonly oppose: number;
  readonly split: number;
  readonly notHeard: number;
  readonly toReconfirm: number;
  readonly withSplit: boolean;
}

/** A cell that counts: a slot for each standing, always in the same place, with sign, number and a bar of its share. */
export const CountCell = memo(function CountCell(props: CountCellProps) {
  const { row, column, start, rowName, columnName, changed, open, tab, withSplit, toReconfirm } = props;
  const { t } = useMessages();
  const tally: Tally = { ...props, 'can-live-with': props.canLiveWith };
  const all = FIGURES.reduce((sum, figure) => sum + numberOf(tally, figure), 0);
  const heard = all - tally.notHeard;
  return (
    <span
      role="gridcell"
      className="matrix-cell matrix-counts"
      aria-colindex={column + 2}
      aria-selected={open}
      tabIndex={tab ? 0 : -1}
      data-place={`${row}.${column}`}
      data-changed={changed || undefined}
      style={{ insetInlineStart: start }}
    >
      <span className="visually-hidden">
        {t('positions.grid.cell', { paragraph: rowName, column: columnName, counts: tallyWords(t, tally) })}
      </span>
      {heard === 0
        ? null
        : FIGURES.map((figure) => {
            if (figure === 'split' && !withSplit) return null;
            const number = numberOf(tally, figure);
            return (
              <span
                key={figure}
                aria-hidden
                className="matrix-slot"
                data-standing={figure}
                data-none={number === 0 || undefined}
              >
                {number === 0 ? null : (
                  <>
                    <span className="matrix-number">
                      {SIGNS[figure]}
                      {number}
                    </span>
                    <span className="matrix-bar" style={{ blockSize: `${(100 * number) / all}%` }} />
                  </>
                )}
              </span>
            );
          })}
      {toReconfirm === 0 ? null : (
        <span aria-hidden className="matrix-reconfirm">
          {SIGNS['to-reconfirm']}
          {toReconfirm}
        </span>
      )}
    </span>
  );
});

/** A cell of one delegation: the sign of its standing. */
export const StandingCell = memo(function StandingCell(props: CellProps & { readonly cell: number }) {
  const { row, column, start, rowName, columnName, changed, open, tab, cell } = props;
  const { t } = useMessages();
  const figure = figureOf(cell);
  return (
    <span
      role="gridcell"
      className="matrix-cell matrix-standing"
      aria-colindex={column + 2}
      aria-selected={open}
      tabIndex={tab ? 0 : -1}
      data-place={`${row}.${column}`}
      data-changed={changed || undefined}
      data-standing={figure}
      style={{ insetInlineStart: start }}
    >
      <span className="visually-hidden">
        {t('positions.grid.cell', { paragraph: rowName, column: columnName, counts: standingWords(t, cell) })}
      </span>
      {figure === 'not-heard' ? null : (
        <span aria-hidden className="matrix-sign" data-through={isThroughGroup(cell) || undefined}>
          {SIGNS[figure]}
        </span>
      )}
      {isToReconfirm(cell) ? (
        <span aria-hidden className="matrix-reconfirm">
          {SIGNS['to-reconfirm']}
        </span>
      ) : null}
    </span>
  );
});
