import type { Tally } from '../../../shared/domain/matrix-counts.ts';
import { kindOf, SPLIT } from '../../../shared/domain/position-matrix.ts';
import { STANDINGS, type Standing } from '../../../shared/model/position.ts';

/** What a figure of the matrix shows: the four standings in their order, then who stands nowhere. */
export const FIGURES = [...STANDINGS, 'split', 'not-heard'] as const;
export type Figure = (typeof FIGURES)[number];

/** One sign each, told apart without colour and found in every font. */
export const SIGNS: Readonly<Record<Figure | 'to-reconfirm', string>> = {
  support: '+',
  'can-live-with': '~',
  concern: '!',
  oppose: '×',
  split: '≠',
  'not-heard': '○',
  'to-reconfirm': '?',
};

export const figureOf = (cell: number): Figure => {
  const kind = kindOf(cell);
  return kind === SPLIT ? 'split' : (STANDINGS[kind - 1] ?? 'not-heard');
};

export const numberOf = (tally: Tally, figure: Figure): number =>
  figure === 'not-heard' ? tally.notHeard : tally[figure];

/** From most against to most in favour: objections are read first. */
export const OBJECTIONS_FIRST: readonly Standing[] = [...STANDINGS].reverse();
