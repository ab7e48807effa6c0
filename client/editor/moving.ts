import type { Command } from '@tiptap/pm/state';
import { moveParagraphTo, moveSelected } from './commands/move.ts';
import { selectedParagraphs } from './commands/selected.ts';

/** Told where a moved paragraph stands now: `index` from 0, of `count`. */
export type Moved = (index: number, count: number) => void;

/** Moves the selected paragraphs by one. At the end of the text they stay, and their place is said again. */
export const moveByKey =
  (direction: 'up' | 'down', moved: Moved): Command =>
  (state, dispatch) => {
    const [first] = selectedParagraphs(state.doc, state.selection);
    if (first === undefined || dispatch === undefined) return first !== undefined;
    const done = moveSelected(direction)(state, dispatch);
    moved(first.number + (done ? (direction === 'up' ? -1 : 1) : 0), state.doc.childCount);
    return true;
  };

/** Moves a paragraph into a gap: 0 before the first, the number of paragraphs after the last. */
export const moveIntoGap =
  (index: number, gap: number, moved: Moved): Command =>
  (state, dispatch) => {
    const done = moveParagraphTo(index, gap)(state, dispatch);
    if (done && dispatch !== undefined) moved(gap > index ? gap - 1 : gap, state.doc.childCount);
    return done;
  };
