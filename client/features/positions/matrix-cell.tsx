// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves, and the grid gives it
import { type CSSProperties, memo } from 'react';
import type { Tally } from '../../../shared/domain/matrix-counts.ts';
import { isThroughGroup, isToReconfirm } from '../../../shared/domain/position-matrix.ts';
import { type Translate, useMessages } from '../../ui/messages.ts';
import { standingWords, tallyWords } from './cell-words.ts';
import { FIGURES, figureOf, numberOf, SIGNS } from './standing-signs.ts';

/*
 * Cells say themselves in words by their name; what is seen of them, signs, numbers and bars, is drawn by the sheet
 * from attributes. So a cell is one element, and a slot another, where hundreds come into view while one scrolls.
 */
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

/** What every cell carries: its place, its name with what it counts, and whether it is open or has just changed. */
function frameOf(
  t: Translate,
  { row, column, start, rowName, columnName, changed, open, tab }: CellProps,
  counts: string,
) {
  return {
    role: 'gridcell',
    'aria-colindex': column + 2,
    'aria-label': t('positions.grid.cell', { paragraph: rowName, column: columnName, counts }),
    'aria-selected': open,
    tabIndex: tab ? 0 : -1,
    'data-place': `${row}.${column}`,
    'data-changed': changed || undefined,
    style: { insetInlineStart: start },
  } as const;
}

/** What stands for a slot that counts nobody. */
const NOBODY = '·';

/** A cell that counts: a slot for each standing, always in the same place, with sign, number and a bar of its share. */
export const CountCell = memo(function CountCell(props: CountCellProps) {
  const { withSplit, toReconfirm } = props;
  const { t } = useMessages();
  const tally: Tally = { ...props, 'can-live-with': props.canLiveWith };
  const all = FIGURES.reduce((sum, figure) => sum + numberOf(tally, figure), 0);
  const frame = frameOf(t, props, tallyWords(t, tally));
  return (
    <span
      {...frame}
      className="matrix-cell matrix-counts"
      data-reconfirm={toReconfirm === 0 ? undefined : `${SIGNS['to-reconfirm']}${toReconfirm}`}
    >
      {all === tally.notHeard
        ? null
        : FIGURES.map((figure) => {
            if (figure === 'split' && !withSplit) return null;
            const number = numberOf(tally, figure);
            return (
              <span
                key={figure}
                className="matrix-slot"
                data-standing={figure}
                data-none={number === 0 || undefined}
                data-figure={number === 0 ? NOBODY : `${SIGNS[figure]}${number}`}
                style={{ '--share': number / all } as CSSProperties}
              />
            );
          })}
    </span>
  );
});

/** A cell of one delegation: the sign of its standing. */
export const StandingCell = memo(function StandingCell(props: CellProps & { readonly cell: number }) {
  const { cell } = props;
  const { t } = useMessages();
  const figure = figureOf(cell);
  const frame = frameOf(t, props, standingWords(t, cell));
  return (
    <span
      {...frame}
      className="matrix-cell matrix-standing"
      data-standing={figure}
      data-sign={figure === 'not-heard' ? undefined : SIGNS[figure]}
      data-through={isThroughGroup(cell) || undefined}
      data-reconfirm={isToReconfirm(cell) ? SIGNS['to-reconfirm'] : undefined}
    />
  );
});
