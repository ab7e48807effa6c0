import type { Tally } from '../../../shared/domain/matrix-counts.ts';
import { isThroughGroup, isToReconfirm } from '../../../shared/domain/position-matrix.ts';
import type { Translate } from '../../ui/messages.ts';
import { FIGURES, figureOf, numberOf } from './standing-signs.ts';

/** A cell's counts in words: “2 oppose, 1 can live with it, 40 not heard”. */
export function tallyWords(t: Translate, tally: Tally): string {
  const parts = FIGURES.flatMap((figure) => {
    const count = numberOf(tally, figure);
    return count === 0 ? [] : [t(`positions.counted.${figure}`, { count })];
  });
  if (tally.toReconfirm > 0) parts.push(t('positions.counted.to-reconfirm', { count: tally.toReconfirm }));
  return parts.length === 0 ? t('positions.grid.nobody') : parts.join(', ');
}

/** One delegation's cell in words: “Concern, through a group, to be reconfirmed”. */
export function standingWords(t: Translate, cell: number): string {
  const parts: string[] = [t(`positions.standings.${figureOf(cell)}`)];
  if (isThroughGroup(cell)) parts.push(t('positions.grid.throughGroup'));
  if (isToReconfirm(cell)) parts.push(t('positions.grid.toReconfirm'));
  return parts.join(', ');
}
