import type { Node } from '@tiptap/pm/model';
import { textSchema } from '../../../client/editor/schema/extensions.ts';

export const schema = textSchema();

/** `['operative', 'words']` or `['item 2', 'words']`; ids are p1, p2 … in order unless a third entry gives one. */
export type Line = readonly [kind: string, words: string, id?: string];

export function documentOf(lines: readonly Line[]): Node {
  const paragraphs = lines.map(([kindAndLevel, words, id], k) => {
    const [kind, level = '0'] = kindAndLevel.split(' ');
    return schema.node(
      'paragraph',
      { id: id ?? `p${k + 1}`, kind, level: Number(level) },
      words === '' ? [] : [schema.text(words)],
    );
  });
  return schema.node('doc', null, paragraphs);
}

/** The document back as lines, ids left out. */
export const linesOf = (doc: Node): string[] =>
  doc.children.map((node) => {
    const { kind, level } = node.attrs as { kind: string; level: number };
    return `${level === 0 ? kind : `${kind} ${level}`} | ${node.textContent}`;
  });

/** Position of an offset in a paragraph, both from 0. */
export function at(doc: Node, paragraph: number, offset: number): number {
  let position = 0;
  for (let k = 0; k < paragraph; k++) position += doc.child(k).nodeSize;
  return position + 1 + offset;
}
