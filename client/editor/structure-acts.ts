import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { Direction, ParagraphKind } from '../../shared/model/paragraph.ts';
import { levelFor } from '../../shared/text/marker.ts';
import { headOf } from './schema/paragraph.ts';

type Head = ReturnType<typeof headOf>;

/** Changes the heads of the selected paragraphs; null leaves one as it is. */
const changeHeads =
  (change: (head: Head) => Partial<Head> | null): Command =>
  (state, dispatch) => {
    const tr = state.tr;
    const { $from, $to } = state.selection;
    let position = 0;
    state.doc.children.forEach((node, k) => {
      const changes = k >= $from.index(0) && k <= $to.index(0) ? change(headOf(node)) : null;
      for (const [name, value] of Object.entries(changes ?? {}))
        if (node.attrs[name] !== value) tr.setNodeAttribute(position, name, value);
      position += node.nodeSize;
    });
    if (tr.docChanged) dispatch?.(tr);
    return tr.docChanged;
  };

export const setKind = (kind: ParagraphKind, level: number): Command =>
  changeHeads(() => ({ kind, level: levelFor(kind, level), pinned: null }));

export const setDirection = (dir: Direction): Command => changeHeads(() => ({ dir }));

export const indent: Command = changeHeads((head) =>
  head.kind === 'item' || head.kind === 'heading'
    ? { level: levelFor(head.kind, head.level + 1) }
    : { kind: 'item', level: 1, pinned: null },
);

export const outdent: Command = changeHeads((head) => {
  if (head.kind === 'item' && head.level === 1) return { kind: 'operative', level: 0, pinned: null };
  return head.kind === 'item' || head.kind === 'heading'
    ? { level: levelFor(head.kind, head.level - 1) }
    : null;
});

/** Moves a paragraph into the gap before another; it keeps its id. Null where it stands there already. */
export function moveTo(state: EditorState, index: number, gap: number): Transaction | null {
  if (gap === index || gap === index + 1) return null;
  const { doc } = state;
  const node = doc.child(index);
  const start = (k: number): number =>
    doc.children.slice(0, k).reduce((sum, child) => sum + child.nodeSize, 0);
  const from = start(index);
  const { $head } = state.selection;
  const caret = $head.index(0) === index ? $head.parentOffset : 0;
  const tr = state.tr.delete(from, from + node.nodeSize);
  const to = tr.mapping.map(start(gap));
  tr.insert(to, node).setSelection(TextSelection.create(tr.doc, to + 1 + caret));
  return tr.scrollIntoView();
}

/** An empty paragraph of the same kind below the present one. */
export const paragraphBelow: Command = (state, dispatch) => {
  const { $head } = state.selection;
  const { kind, level } = headOf($head.parent);
  const node = state.schema.node('paragraph', {
    kind: kind === 'title' || kind === 'heading' ? 'plain' : kind,
    level: kind === 'item' ? level : 0,
  });
  const after = $head.after(1);
  const tr = state.tr.insert(after, node);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};
