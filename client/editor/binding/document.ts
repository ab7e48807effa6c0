import type { Mark, Node, Schema } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import type { Marks, Paragraph } from '../../../shared/model/paragraph.ts';
import type { ParagraphHead } from '../../../shared/text/marker.ts';
import { readParagraphs } from '../../../shared/text/read.ts';
import type { Token } from '../../../shared/text/token.ts';

/** The model's marks as ProseMirror's. */
export function toMarks(schema: Schema, marks: Marks): Mark[] {
  const found: Mark[] = [];
  if (marks.bold) found.push(schema.mark('bold'));
  if (marks.italic) found.push(schema.mark('italic'));
  if (marks.underline) found.push(schema.mark('underline'));
  if (marks.link !== undefined) found.push(schema.mark('link', { href: marks.link }));
  return found.length > 1
    ? found.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), []).slice()
    : found;
}

export const toCharacters = (schema: Schema, text: string, marks: Marks): Node =>
  schema.text(text, toMarks(schema, marks));

/** A paragraph node. */
export const toParagraph = (schema: Schema, head: ParagraphHead, content: readonly Node[]): Node =>
  schema.node('paragraph', { ...head }, content);

/** Tokens as paragraph nodes; characters before a first marker go into a paragraph with the given head. */
export function toParagraphs(schema: Schema, tokens: readonly Token[], first: ParagraphHead | null): Node[] {
  const paragraphs: { head: ParagraphHead; content: Node[] }[] =
    first === null ? [] : [{ head: first, content: [] }];
  for (const token of tokens) {
    if (token.kind === 'marker') paragraphs.push({ head: token.head, content: [] });
    else paragraphs.at(-1)?.content.push(toCharacters(schema, token.text, token.marks));
  }
  return paragraphs.map(({ head, content }) => toParagraph(schema, head, content));
}

const paragraphNode = (schema: Schema, { runs, ...head }: Paragraph): Node =>
  toParagraph(
    schema,
    head,
    runs.map(({ text, ...marks }) => toCharacters(schema, text, marks)),
  );

/** The whole text as a ProseMirror document. Total: any content of the `Y.Text` has one (rule B1). */
export const documentOf = (text: Y.Text, schema: Schema): Node =>
  schema.node(
    'doc',
    null,
    readParagraphs(text).map((paragraph) => paragraphNode(schema, paragraph)),
  );
