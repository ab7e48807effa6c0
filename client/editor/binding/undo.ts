import type { Command } from '@tiptap/pm/state';
import { bindingOf } from './binding-state.ts';
import { toRelativeSelection } from './carets.ts';

const stepBack =
  (direction: 'undo' | 'redo'): Command =>
  (state, dispatch) => {
    const binding = bindingOf(state);
    if (binding === undefined) return false;
    const { history, text } = binding;
    const { manager } = history;
    if (!(direction === 'undo' ? manager.canUndo() : manager.canRedo())) return false;
    // The change comes back through the text, as its own transaction: `dispatch` only says that it is wanted.
    if (dispatch === undefined) return true;
    return history.step(direction, toRelativeSelection(text, state.doc, state.selection));
  };

/** Takes back the last change made in this editor, never somebody else's. */
export const undo = stepBack('undo');
export const redo = stepBack('redo');
