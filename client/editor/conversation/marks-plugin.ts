import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { TextMark } from '../../ui/text-surface.ts';

const marksKey = new PluginKey<DecorationSet>('conversation');

/** Draws the words that something was said on. They are never in the text. */
export const setMarks = (tr: Transaction, marks: readonly TextMark[]): Transaction =>
  tr.setMeta(marksKey, marks).setMeta('addToHistory', false);

/** Marks follow the words while somebody types, until they are worked out anew. */
export function conversationMarks(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: marksKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before) {
        const marks = tr.getMeta(marksKey) as readonly TextMark[] | undefined;
        if (marks !== undefined) return DecorationSet.create(tr.doc, decorations(tr.doc, marks));
        return tr.docChanged ? before.map(tr.mapping, tr.doc) : before;
      },
    },
    props: { decorations: (state: EditorState) => marksKey.getState(state) },
  });
}

function decorations(doc: Node, marks: readonly TextMark[]): Decoration[] {
  const starts = new Map<string, { readonly start: number; readonly size: number }>();
  doc.forEach((node, offset) => {
    starts.set(node.attrs.id as string, { start: offset + 1, size: node.content.size });
  });
  return marks.flatMap(({ id, paragraph, start, end, active }) => {
    const at = starts.get(paragraph);
    if (at === undefined || start >= end || end > at.size) return [];
    const attributes = {
      class: active ? 'said-on said-on-active' : 'said-on',
      'data-said-on': id,
    };
    return [Decoration.inline(at.start + start, at.start + end, attributes)];
  });
}
