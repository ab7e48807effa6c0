import { Fragment } from '@tiptap/pm/model';
import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state';
import { type PlacedParagraph, paragraphAt, selectedParagraphs } from './selected.ts';

/** Moves neighbouring paragraphs before the place of another (or the end). They keep their ids; the caret stays in them. */
function move(tr: Transaction, moved: readonly PlacedParagraph[], target: number): Transaction {
  const first = moved[0] as PlacedParagraph;
  const last = moved.at(-1) as PlacedParagraph;
  const end = last.start + last.node.nodeSize;
  const { anchor, head } = tr.selection;
  const inside = anchor > first.start && anchor < end && head > first.start && head < end;
  tr.delete(first.start, end);
  const place = target <= first.start ? target : target - (end - first.start);
  tr.insert(place, Fragment.from(moved.map(({ node }) => node)));
  if (inside) {
    const shift = place - first.start;
    tr.setSelection(TextSelection.create(tr.doc, anchor + shift, head + shift));
  }
  return tr;
}

/** Alt-↑ and Alt-↓: moves the selected paragraphs past their neighbour. */
export const moveSelected =
  (direction: 'up' | 'down'): Command =>
  (state, dispatch) => {
    const moved = selectedParagraphs(state.doc, state.selection);
    const edge = direction === 'up' ? moved[0] : moved.at(-1);
    if (edge === undefined) return false;
    const neighbour = paragraphAt(state.doc, edge.number + (direction === 'up' ? -1 : 1));
    if (neighbour === null) return false;
    const target = direction === 'up' ? neighbour.start : neighbour.start + neighbour.node.nodeSize;
    dispatch?.(move(state.tr, moved, target).scrollIntoView());
    return true;
  };

/** Moves paragraph `number` before paragraph `before` (the number of paragraphs: to the end). For dragging. */
export const moveParagraphTo =
  (number: number, before: number): Command =>
  (state, dispatch) => {
    const moved = paragraphAt(state.doc, number);
    const target = paragraphAt(state.doc, before)?.start ?? state.doc.content.size;
    if (moved === null || before < 0 || before === number || before === number + 1) return false;
    dispatch?.(move(state.tr, [moved], target));
    return true;
  };
