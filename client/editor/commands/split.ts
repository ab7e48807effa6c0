import { type Command, TextSelection } from '@tiptap/pm/state';
import type { ParagraphHead } from '../../../shared/text/marker.ts';
import { deleteRange } from './delete-range.ts';
import { setAttributes, shallower } from './kind.ts';
import { freshHead, type PlacedParagraph, paragraphAt } from './selected.ts';

/** What Enter makes of an empty paragraph that has a number or level: it loses it step by step. Null: nothing to lose. */
const lowered = (head: ParagraphHead): Partial<ParagraphHead> | null =>
  head.kind === 'plain'
    ? null
    : head.kind === 'item'
      ? shallower(head)
      : { kind: 'plain', level: 0, pinned: null };

/** The paragraph that Enter opens beside one: after a title or heading comes plain text. */
function beside(head: ParagraphHead): ParagraphHead {
  const fresh = freshHead(head);
  return head.kind === 'title' || head.kind === 'heading' ? { ...fresh, kind: 'plain', level: 0 } : fresh;
}

/**
 * Enter. At the start of a paragraph the id stays with the words and an empty paragraph opens above; at the end one
 * opens below; in the middle the second half gets a new id (from the binding). An empty item goes up a level.
 */
export const splitParagraph: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection)) return false;
  const here = paragraphAt(state.doc, selection.$from.index(0));
  if (here === null) return false;
  if (dispatch === undefined) return true;
  const { tr } = state;
  const lower = here.node.content.size === 0 && selection.empty ? lowered(here.head) : null;
  if (lower !== null) {
    dispatch(setAttributes(tr, here, lower).scrollIntoView());
    return true;
  }
  const marks = state.storedMarks ?? (selection.$to.parentOffset > 0 ? selection.$from.marks() : null);
  if (!selection.empty) deleteRange(tr, selection.from, selection.to);
  const at = tr.selection.$from;
  const { head, node, start } = paragraphAt(tr.doc, at.index(0)) as PlacedParagraph;
  const { paragraph } = state.schema.nodes;
  if (at.parentOffset === node.content.size) {
    const end = start + node.nodeSize;
    tr.insert(end, state.schema.node('paragraph', { ...beside(head) }));
    tr.setSelection(TextSelection.create(tr.doc, end + 1));
  } else if (at.parentOffset === 0) {
    tr.insert(start, state.schema.node('paragraph', { ...beside(head) }));
  } else if (paragraph !== undefined) {
    tr.split(at.pos, 1, [{ type: paragraph, attrs: { ...freshHead(head) } }]);
  }
  if (marks !== null) tr.ensureMarks(marks);
  dispatch(tr.scrollIntoView());
  return true;
};
