import type { Command, EditorState } from '@tiptap/pm/state';
import { bindingOf } from './binding/binding-state.ts';
import { redo, undo } from './binding/undo.ts';

let stepping = false;

/** Whether an undo or redo is being carried out: what changes then is one's own, and the page goes there. */
export const isStepping = (): boolean => stepping;

/** Undoes or redoes one's own last change, never somebody else's, and shows where it was. */
export const stepHistory =
  (direction: 'undo' | 'redo'): Command =>
  (state, dispatch, view) => {
    const step = direction === 'undo' ? undo : redo;
    if (dispatch === undefined || view === undefined) return step(state);
    stepping = true;
    try {
      const done = step(state, dispatch, view);
      if (done) view.dispatch(view.state.tr.scrollIntoView());
      return done;
    } finally {
      stepping = false;
    }
  };

/** Whether there is something of one's own to undo or redo. */
export function canStep(state: EditorState, direction: 'undo' | 'redo'): boolean {
  const manager = bindingOf(state)?.history.manager;
  if (manager === undefined) return false;
  return direction === 'undo' ? manager.canUndo() : manager.canRedo();
}
