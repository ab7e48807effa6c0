import type { EditorState, Transaction } from '@tiptap/pm/state';

/** Words that bear a link or shall bear one. */
export interface LinkRange {
  readonly from: number;
  readonly to: number;
  readonly href: string | null;
}

/** The selected words, or with a caret in a link all words of that link. Null where there is neither. */
export function linkRange(state: EditorState): LinkRange | null {
  const type = state.schema.marks.link;
  const { from, to, empty, $from } = state.selection;
  if (type === undefined) return null;
  if (!empty) {
    const mark = type.isInSet($from.nodeAfter?.marks ?? []);
    return { from, to, href: (mark?.attrs.href as string | undefined) ?? null };
  }
  const mark = type.isInSet($from.marks()) ?? type.isInSet($from.nodeAfter?.marks ?? []);
  if (mark === undefined) return null;
  // Walk over the neighbours that bear the same link: it may run through bold and plain words.
  let start = $from.start();
  const nodes = $from.parent.children.map((node) => {
    const at = start;
    start += node.nodeSize;
    return { node, start: at };
  });
  const bears = nodes.map(({ node }) => mark.isInSet(node.marks));
  let first = nodes.findIndex(
    ({ node, start }, k) => bears[k] && start <= from && from <= start + node.nodeSize,
  );
  if (first < 0) return null;
  let last = first;
  while (bears[first - 1]) first -= 1;
  while (bears[last + 1]) last += 1;
  const end = nodes[last] as (typeof nodes)[number];
  return {
    from: (nodes[first] as (typeof nodes)[number]).start,
    to: end.start + end.node.nodeSize,
    href: mark.attrs.href as string,
  };
}

/** Puts an address on words, or takes it off with null. */
export function setLink(state: EditorState, { from, to }: LinkRange, href: string | null): Transaction {
  const type = state.schema.marks.link;
  const tr = state.tr;
  if (type === undefined) return tr;
  const end = Math.min(to, tr.doc.content.size);
  tr.removeMark(from, end, type);
  return href === null ? tr : tr.addMark(from, end, type.create({ href }));
}
