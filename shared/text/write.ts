import type * as Y from 'yjs';
import type { Paragraph } from '../model/paragraph.ts';
import { insertTokens } from './edit.ts';
import { lengthOf, tokensOf } from './token.ts';

export { statedMarks } from './marks.ts';

/** Inserts paragraphs at a `Y.Text` index, which must be where a marker stands or the end. Answers the index behind them. */
export function insertParagraphs(text: Y.Text, index: number, paragraphs: readonly Paragraph[]): number {
  const tokens = tokensOf(paragraphs);
  insertTokens(text, index, tokens);
  return index + lengthOf(tokens);
}

/** Replaces a whole working text, in one transaction. For imports and first texts, never for edits. */
export function replaceAll(text: Y.Text, paragraphs: readonly Paragraph[]): void {
  text.doc?.transact(() => {
    text.delete(0, text.length);
    insertParagraphs(text, 0, paragraphs);
  });
}
