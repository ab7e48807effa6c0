import { Node } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { HEADING_LEVELS, PARAGRAPH_KINDS } from '../../../shared/model/paragraph.ts';
import { type ParagraphHead, readHead } from '../../../shared/text/marker.ts';

/** Ids as they may come from a clipboard. Anything else is dropped and a new id given. */
const ID = /^[\w~-]{1,64}$/;

/** What a paragraph node says of itself. Total: odd attributes read as their nearest known value. */
export const headOf = (node: ProseMirrorNode): ParagraphHead => readHead(node.attrs);

/** The element of a paragraph: the title and headings are headings for screen readers, the rest plain paragraphs. */
function tagOf({ kind, level }: ParagraphHead): string {
  if (kind === 'title') return 'h1';
  return kind === 'heading' ? `h${level + 1}` : 'p';
}

function attributesOf(element: HTMLElement): Partial<ParagraphHead> {
  const data = element.dataset;
  const heading = /^H([1-6])$/.exec(element.tagName)?.[1];
  const kind = PARAGRAPH_KINDS.find((known) => known === data.kind);
  const head = readHead({
    id: data.id !== undefined && ID.test(data.id) ? data.id : '',
    kind: kind ?? (heading === undefined ? 'plain' : 'heading'),
    level: data.level !== undefined ? Number(data.level) : Math.min(HEADING_LEVELS, Number(heading ?? 1)),
    dir: element.getAttribute('dir') ?? 'auto',
    from: (data.from ?? '').split(' ').filter((id) => ID.test(id)),
    pinned: data.pinned ?? null,
  });
  return head;
}

/** The one block of a text. Its attributes are the head of its marker; the words are its content. */
export const Paragraph = Node.create({
  name: 'paragraph',
  content: 'text*',
  priority: 1000,
  addAttributes: () => ({
    id: { default: '' as ParagraphId },
    kind: { default: 'plain' },
    level: { default: 0 },
    dir: { default: 'auto' },
    from: { default: [] as readonly ParagraphId[] },
    pinned: { default: null as string | null },
  }),
  parseHTML: () => [
    { tag: '[data-kind]', priority: 60, getAttrs: attributesOf },
    ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, getAttrs: attributesOf })),
  ],
  renderHTML: ({ node }) => {
    const head = headOf(node);
    const { id, kind, level, dir, from, pinned } = head;
    return [
      tagOf(head),
      {
        'data-id': id,
        'data-kind': kind,
        'data-level': String(level),
        dir,
        ...(from.length > 0 ? { 'data-from': from.join(' ') } : {}),
        ...(pinned !== null ? { 'data-pinned': pinned } : {}),
      },
      0,
    ];
  },
});
