import { readImport } from '../../../server/files/read-import.ts';
import type { ImportedText } from '../../../shared/model/file.ts';
import { labelParagraphs } from '../../../shared/text/labels.ts';
import { counting } from '../../shared/format/ids.ts';
import { type WordParts, word } from './word.ts';

/** Reads a file made of these parts. */
export async function read(parts: WordParts): Promise<ImportedText> {
  const result = await readImport(word(parts), 'text.docx', counting());
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}
/** Kind, level, label and text of every paragraph, in one line each. */
export const lines = ({ paragraphs }: ImportedText): string[] =>
  labelParagraphs(paragraphs, null).map(
    ({ kind, level, label, text }) => `${kind}${level === 0 ? '' : level}|${label}|${text}`,
  );
export const warned = ({ warnings }: ImportedText): Record<string, number | undefined> =>
  Object.fromEntries(warnings.map(({ code, count }) => [code, count]));
export const body = async (...paragraphs: readonly string[]): Promise<ImportedText> =>
  read({ body: paragraphs.join('') });
