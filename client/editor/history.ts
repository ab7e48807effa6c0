import type { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { bindingOf } from './binding/bind-text.ts';
import { toRelativeSelection } from './binding/carets.ts';

let stepping = false;

/** Whether an undo or redo is being carried out: then what changes is one's own, and is scrolled to. */
export const isStepping = (): boolean => stepping;

/** Undoes or redoes one's own last change, never somebody else's. Answers whether there was one. */
export function stepHistory(view: EditorView, direction: 'undo' | 'redo'): boolean {
  const binding = bindingOf(view.state);
  if (binding === undefined || !view.editable) return false;
  stepping = true;
  try {
    const { text, history } = binding;
    const done = history.step(direction, toRelativeSelection(text, view.state.doc, view.state.selection));
    if (done) view.dispatch(view.state.tr.scrollIntoView());
    return done;
  } finally {
    stepping = false;
  }
}

/** Whether there is something of one's own to undo or redo. */
export function canStep(state: EditorState, direction: 'undo' | 'redo'): boolean {
  const manager = bindingOf(state)?.history.manager;
  if (manager === undefined) return false;
  return direction === 'undo' ? manager.canUndo() : manager.canRedo();
}
