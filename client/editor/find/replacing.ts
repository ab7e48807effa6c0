import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { currentMatch, finding } from './find-plugin.ts';
import type { Found } from './matching.ts';

/** Replaces the selected occurrence and selects the following one; with none selected, answers null. */
export function replaceCurrent(state: EditorState, replacement: string): Transaction | null {
  const { matches } = finding(state);
  const at = currentMatch(state);
  const match = matches[at];
  if (match === undefined) return null;
  const tr = replace(state.tr, match, replacement);
  const following = matches[at + 1] ?? matches[0];
  if (following !== undefined && following !== match) {
    const from = tr.mapping.map(following.from, 1);
    tr.setSelection(TextSelection.create(tr.doc, from, from + following.to - following.from));
  } else tr.setSelection(TextSelection.create(tr.doc, match.from + replacement.length));
  return tr.scrollIntoView();
}

/** Replaces every occurrence in one transaction, from the last to the first, so that none moves another. */
export function replaceEvery(state: EditorState, replacement: string): { tr: Transaction; count: number } {
  const { matches } = finding(state);
  const tr = state.tr;
  for (const match of matches.toReversed()) replace(tr, match, replacement);
  return { tr, count: matches.length };
}

/** The new words take the marks of the first one replaced. */
function replace(tr: Transaction, { from, to }: Found, replacement: string): Transaction {
  if (replacement === '') return tr.delete(from, to);
  const marks = tr.doc.resolve(from).nodeAfter?.marks ?? [];
  return tr.replaceWith(from, to, tr.doc.type.schema.text(replacement, marks));
}
