import type { Marks, Paragraph } from '../model/paragraph.ts';
import type { ParagraphHead } from './marker.ts';

/** What stands in a text, freed from Yjs: a marker, or characters with equal marks. */
export type Token =
  | { readonly kind: 'marker'; readonly head: ParagraphHead }
  | { readonly kind: 'characters'; readonly text: string; readonly marks: Marks };

/** How many indexes tokens take: a marker one, a character as many as it has UTF-16 units. */
export const lengthOf = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, token) => sum + (token.kind === 'marker' ? 1 : token.text.length), 0);

/** Paragraphs as the tokens they are written with. */
export const tokensOf = (paragraphs: readonly Paragraph[]): Token[] =>
  paragraphs.flatMap(({ runs, ...head }): Token[] => [
    { kind: 'marker', head },
    ...runs.map(({ text, ...marks }): Token => ({ kind: 'characters', text, marks })),
  ]);
