import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { setAttributes, shallower } from './kind.ts';
import { type PlacedParagraph, paragraphAt } from './selected.ts';

/**
 * Makes one paragraph of two neighbours. A paragraph without words simply goes, and the other keeps its id; where
 * both have words the first survives, and the binding records that it remembers both.
 */
function join(tr: Transaction, first: PlacedParagraph, second: PlacedParagraph): Transaction {
  if (second.node.content.size === 0) {
    tr.delete(second.start, second.start + second.node.nodeSize);
    return tr.setSelection(TextSelection.create(tr.doc, second.start - 1));
  }
  if (first.node.content.size === 0) {
    tr.delete(first.start, second.start);
    return tr.setSelection(TextSelection.create(tr.doc, first.start + 1));
  }
  return tr.join(second.start);
}

/** The paragraph of an empty text selection, if it stands at the wanted border. */
function atBorder({ doc, selection }: EditorState, border: 'start' | 'end'): PlacedParagraph | null {
  if (!(selection instanceof TextSelection) || !selection.empty) return null;
  const { parentOffset, parent } = selection.$head;
  const there = border === 'start' ? parentOffset === 0 : parentOffset === parent.content.size;
  return there ? paragraphAt(doc, selection.$head.index(0)) : null;
}

/** Backspace at the start of a paragraph: an item goes up a level first, anything else joins the one above. */
export const joinAbove: Command = (state, dispatch) => {
  const here = atBorder(state, 'start');
  if (here === null) return false;
  const up = here.head.kind === 'item' ? shallower(here.head) : null;
  if (up !== null) {
    dispatch?.(setAttributes(state.tr, here, up).scrollIntoView());
    return true;
  }
  const above = paragraphAt(state.doc, here.number - 1);
  if (above === null) return false;
  dispatch?.(join(state.tr, above, here).scrollIntoView());
  return true;
};

/** Delete at the end of a paragraph: the one below joins it. */
export const joinBelow: Command = (state, dispatch) => {
  const here = atBorder(state, 'end');
  const below = here === null ? null : paragraphAt(state.doc, here.number + 1);
  if (here === null || below === null) return false;
  dispatch?.(join(state.tr, here, below).scrollIntoView());
  return true;
};
