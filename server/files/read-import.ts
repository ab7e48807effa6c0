import { IMPORT_FILE_BYTES } from '../../shared/api/limits.ts';
import { readHtml } from '../../shared/format/read-html.ts';
import { readMarkdown } from '../../shared/format/read-markdown.ts';
import { readTxt } from '../../shared/format/read-txt.ts';
import { warningsOf } from '../../shared/format/warnings.ts';
import type { ImportedText } from '../../shared/model/file.ts';
import type { NewId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result, unreachable } from '../../shared/model/result.ts';
import { decode } from './decode.ts';
import { readDocx } from './docx/read-docx.ts';
import { sniff } from './sniff.ts';

/**
 * Bytes of a plain text, Markdown or HTML file. The longest text tried has 125,000; a tenth of what .docx may have,
 * because it is all text and read in one go.
 */
export const MOST_TEXT_BYTES = 4 * 1024 * 1024;
/** Bytes of a Markdown file: its lexer goes over a text many times. */
export const MOST_MARKDOWN_BYTES = 1024 * 1024;
/** Paragraphs in one text. The longest text tried has 525. */
export const MOST_PARAGRAPHS = 20_000;

const tooLarge = (most: number): Problem =>
  problem('too-large', `The file is too large: at most ${Math.floor(most / 1024 / 1024)} MB are read.`);

/** Reads a file into paragraphs. See server/ports/files.ts for what it promises. */
export async function readImport(
  bytes: Uint8Array,
  fileName: string,
  newId: NewId,
): Promise<Result<ImportedText, Problem>> {
  if (bytes.length === 0) return fail(problem('empty-file', 'The file is empty.'));
  if (bytes.length > IMPORT_FILE_BYTES) return fail(tooLarge(IMPORT_FILE_BYTES));
  const type = sniff(bytes, fileName);
  if (!type.ok) return type;
  const read = type.value === 'docx' ? await readDocx(bytes, newId) : readText(bytes, type.value, newId);
  if (!read.ok) return read;
  if (read.value.paragraphs.length === 0) return fail(problem('empty-file', 'There is no text in the file.'));
  if (read.value.paragraphs.length > MOST_PARAGRAPHS)
    return fail(problem('too-large', `The text has more than ${MOST_PARAGRAPHS} paragraphs.`));
  return read;
}

function readText(
  bytes: Uint8Array,
  type: 'txt' | 'md' | 'html',
  newId: NewId,
): Result<ImportedText, Problem> {
  const most = type === 'md' ? MOST_MARKDOWN_BYTES : MOST_TEXT_BYTES;
  if (bytes.length > most) return fail(tooLarge(most));
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, assumed } = decoded.value;
  const read = byType(type, text, newId);
  if (read === null)
    return fail(
      problem('unreadable-file', 'The file is nested too deep to be a text. Save it as .docx or .txt.'),
    );
  return ok({
    paragraphs: read.paragraphs,
    warnings: [...warningsOf(assumed ? { 'windows-1252-assumed': 1 } : {}), ...read.warnings],
  });
}

function byType(type: 'txt' | 'md' | 'html', text: string, newId: NewId): ImportedText | null {
  switch (type) {
    case 'txt':
      return readTxt(text, newId);
    case 'md':
      return readMarkdown(text, newId);
    case 'html':
      return readHtml(text, newId);
    default:
      return unreachable(type);
  }
}
