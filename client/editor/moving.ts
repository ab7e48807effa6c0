import type { Command } from '@tiptap/pm/state';
import { moveTo } from './structure-acts.ts';

/** Told where a moved paragraph stands now: `index` from 0, of `count`. */
export type Moved = (index: number, count: number) => void;

/** Moves the paragraph at the caret by one. At the end of the text it stays, and its place is said again. */
export const moveSelected =
  (direction: 'up' | 'down', moved: Moved): Command =>
  (state, dispatch) => {
    const index = state.selection.$head.index(0);
    return moveParagraphTo(index, direction === 'up' ? index - 1 : index + 2, moved)(state, dispatch);
  };

/** Moves a paragraph into a gap: 0 before the first, the number of paragraphs after the last. */
export const moveParagraphTo =
  (index: number, gap: number, moved: Moved): Command =>
  (state, dispatch) => {
    const count = state.doc.childCount;
    const tr = gap < 0 || gap > count ? null : moveTo(state, index, gap);
    if (dispatch === undefined) return true;
    if (tr !== null) dispatch(tr);
    moved(tr === null ? index : gap > index ? gap - 1 : gap, count);
    return true;
  };
