import type { ExportedText } from '../model/file.ts';

/** The text as data: everything a paragraph is, with its label and plain text. Two spaces of indentation, one line end. */
export const writeJson = (text: ExportedText): string =>
  `${JSON.stringify({ format: 'sounding-board-text', formatVersion: 1, ...text }, null, 2)}\n`;
