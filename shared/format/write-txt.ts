import type { LabelledParagraph } from '../model/paragraph.ts';
import { printLabel } from '../text/printed-label.ts';

/** A paragraph as one line: its label as it is printed, a space, its text. */
export const paragraphLine = ({ label, text }: Pick<LabelledParagraph, 'label' | 'text'>): string =>
  label === '' ? text : text === '' ? printLabel(label) : `${printLabel(label)} ${text}`;

/** Plain text: one block a paragraph, blank lines between. Reading it back gives the same labels and texts. */
export const writeTxt = (paragraphs: readonly LabelledParagraph[]): string =>
  paragraphs.map((paragraph) => `${paragraphLine(paragraph)}\n`).join('\n');
