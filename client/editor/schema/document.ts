import { Node } from '@tiptap/core';

/** Flat: a text is paragraphs and nothing else. Headings and items are kinds and levels, never nesting. */
export const TextDocument = Node.create({ name: 'doc', topNode: true, content: 'paragraph*' });

export const Characters = Node.create({ name: 'text', group: 'inline' });
