import { type Command, TextSelection } from '@tiptap/pm/state';
import { freshHead, paragraphAt } from './commands/selected.ts';

/** Ctrl-Enter: opens an empty paragraph below the present one, wherever the caret stands in it. */
export const paragraphBelow: Command = (state, dispatch) => {
  const here = paragraphAt(state.doc, state.selection.$head.index(0));
  if (here === null) return false;
  const headed = here.head.kind === 'title' || here.head.kind === 'heading';
  const head = headed ? { ...freshHead(here.head), kind: 'plain', level: 0 } : freshHead(here.head);
  const end = here.start + here.node.nodeSize;
  const tr = state.tr.insert(end, state.schema.node('paragraph', { ...head }));
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  return true;
};
