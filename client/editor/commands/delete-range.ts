import { AllSelection, type Command, TextSelection, type Transaction } from '@tiptap/pm/state';

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

/** Backspace and Delete on a range of text, or on all of it: then the first paragraph stays, empty. */
export const deleteSelected: Command = (state, dispatch) => {
  const { selection, doc } = state;
  const all = selection instanceof AllSelection && doc.childCount > 0;
  if (!all && (!(selection instanceof TextSelection) || selection.empty)) return false;
  const [from, to] = all ? [1, doc.content.size - 1] : [selection.from, selection.to];
  const tr = deleteRange(state.tr, from, to);
  if (all) tr.setSelection(TextSelection.create(tr.doc, 1));
  dispatch?.(tr.scrollIntoView());
  return true;
};
