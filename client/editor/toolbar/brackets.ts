import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';

/**
 * Puts square brackets around the selected words of each paragraph, or takes them away where they stand around
 * them already: brackets mark what is not agreed. With a caret, brackets the word it stands in. Null without words.
 */
export function toggleBrackets(state: EditorState): Transaction | null {
  const { doc, selection } = state;
  const ranges = selection.empty ? wordAt(state) : wordsByParagraph(state);
  if (ranges.length === 0) return null;
  const tr = state.tr;
  const remove = ranges.every(({ from, to }) => bracketed(state, from, to));
  for (const { from, to } of ranges.toReversed()) {
    if (remove) {
      const inside = doc.textBetween(from, to).startsWith('[') && doc.textBetween(from, to).endsWith(']');
      const [start, end] = inside ? [from, to - 1] : [from - 1, to];
      tr.delete(end, end + 1).delete(start, start + 1);
    } else {
      const { schema } = state;
      tr.insert(to, schema.text(']', doc.resolve(to).marks()));
      tr.insert(from, schema.text('[', doc.resolve(from).nodeAfter?.marks ?? []));
    }
  }
  const first = ranges[0] as Range;
  const last = ranges.at(-1) as Range;
  if (!selection.empty)
    tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(first.from, -1), tr.mapping.map(last.to, 1)));
  return tr.scrollIntoView();
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Whether a pair of brackets stands just within or just around a range. */
function bracketed(state: EditorState, from: number, to: number): boolean {
  const words = state.doc.textBetween(from, to);
  if (words.length > 1 && words.startsWith('[') && words.endsWith(']')) return true;
  const $from = state.doc.resolve(from);
  const before = $from.parentOffset > 0 ? state.doc.textBetween(from - 1, from) : '';
  const after = to < $from.end() ? state.doc.textBetween(to, to + 1) : '';
  return before === '[' && after === ']';
}

/** Selected words paragraph by paragraph, without the spaces at their ends. */
function wordsByParagraph(state: EditorState): Range[] {
  const { from, to } = state.selection;
  const ranges: Range[] = [];
  state.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true;
    const start = Math.max(from, position + 1);
    const end = Math.min(to, position + 1 + node.content.size);
    const words = end > start ? state.doc.textBetween(start, end) : '';
    if (words.trim() !== '')
      ranges.push({
        from: start + words.length - words.trimStart().length,
        to: end - words.length + words.trimEnd().length,
      });
    return false;
  });
  return ranges;
}

const LETTER = /[\p{L}\p{N}\p{M}'’-]/u;

function wordAt(state: EditorState): Range[] {
  const { $from } = state.selection;
  const text = $from.parent.textContent;
  let start = $from.parentOffset;
  let end = start;
  while (start > 0 && LETTER.test(text[start - 1] as string)) start -= 1;
  while (end < text.length && LETTER.test(text[end] as string)) end += 1;
  return end > start ? [{ from: $from.start() + start, to: $from.start() + end }] : [];
}
