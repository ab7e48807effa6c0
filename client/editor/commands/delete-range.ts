import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state';

/**
 * Deletes a range. Where all words of the first paragraph go but some of the last one stay, the last one keeps its
 * id, kind and label: what stays is its words, so it is the first one that is gone.
 */
export function deleteRange(tr: Transaction, from: number, to: number): Transaction {
  const [$from, $to] = [tr.doc.resolve(from), tr.doc.resolve(to)];
  const across = $from.depth > 0 && $to.depth > 0 && $from.index(0) !== $to.index(0);
  if (!across || $from.parentOffset > 0 || $to.parentOffset === $to.parent.content.size)
    return tr.delete(from, to);
  const start = $from.before(1);
  tr.delete($to.start(1), to).delete(start, $to.before(1));
  return tr.setSelection(TextSelection.create(tr.doc, start + 1));
}

/** Backspace and Delete on a range of text. */
export const deleteSelected: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || selection.empty) return false;
  dispatch?.(deleteRange(state.tr, selection.from, selection.to).scrollIntoView());
  return true;
};
