import type * as Y from 'yjs';
import type { Marks, Paragraph } from '../model/paragraph.ts';
import { createMarker } from './marker.ts';

/**
 * Every mark stated, off ones as null, so that nothing is inherited from the left
 * (Yjs: inserted text takes the formats of the character before it unless told otherwise).
 */
export const statedMarks = (marks: Marks): Record<string, unknown> => ({
  bold: marks.bold ?? null,
  italic: marks.italic ?? null,
  underline: marks.underline ?? null,
  link: marks.link ?? null,
});

/** Inserts paragraphs at a `Y.Text` index, which must be where a marker stands or the end. Answers the index behind them. */
export function insertParagraphs(text: Y.Text, index: number, paragraphs: readonly Paragraph[]): number {
  let at = index;
  for (const paragraph of paragraphs) {
    text.insertEmbed(at, createMarker(paragraph));
    at += 1;
    for (const run of paragraph.runs) {
      text.insert(at, run.text, statedMarks(run));
      at += run.text.length;
    }
  }
  return at;
}

/** Replaces a whole working text, in one transaction. For imports and first texts, never for edits. */
export function replaceAll(text: Y.Text, paragraphs: readonly Paragraph[]): void {
  text.doc?.transact(() => {
    text.delete(0, text.length);
    insertParagraphs(text, 0, paragraphs);
  });
}
