import type { HistoryCell, HistoryThread } from '../../../../shared/compare/history.ts';

/** What a cell of the history says, each with its own sign beside its colour. */
export const CELL_STATES = [
  'first',
  'same',
  'slight',
  'much',
  'new',
  'moved',
  'split',
  'merged',
  'ended',
  'absent',
] as const;
export type CellState = (typeof CELL_STATES)[number];

/** Above this share of equal words a paragraph counts as slightly changed. A third of its words is a rewrite to readers. */
const SLIGHT = 0.67;

/** State of a thread in one text. A paragraph that ended says so once, in the first text without it. */
export function cellState(thread: HistoryThread, text: number): CellState {
  const cell = thread.cells[text] ?? null;
  if (cell === null) return text > 0 && thread.cells[text - 1] !== null ? 'ended' : 'absent';
  return stateOf(cell);
}

function stateOf(cell: HistoryCell): CellState {
  switch (cell.kind) {
    case 'first':
      return 'first';
    case 'added':
      return 'new';
    case 'split':
    case 'merged':
      return cell.kind;
    case 'same':
      return cell.moved ? 'moved' : 'same';
    case 'changed':
      return cell.similarity >= SLIGHT ? 'slight' : 'much';
    case 'removed':
      return 'ended';
  }
}
