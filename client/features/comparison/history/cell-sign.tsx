import type { ReactNode } from 'react';
import { MergedIcon, SplitIcon } from '../../../ui/icons.ts';
import type { CellState } from './cell-state.ts';

/** The sign of each state. They differ in shape, so that the table reads without colour. */
const SIGNS: Record<CellState, ReactNode> = {
  first: '●',
  same: '=',
  slight: '◔',
  much: '◕',
  new: '+',
  moved: '⇄',
  split: <SplitIcon className="icon" />,
  merged: <MergedIcon className="icon" />,
  ended: '×',
  absent: null,
};

/** For the eye alone: the state is said in words beside it. */
export const CellSign = ({ state }: { state: CellState }) => (
  <span className="history-sign" data-state={state} aria-hidden="true">
    {SIGNS[state]}
  </span>
);
