import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { ComparableBlock } from '../../shared/compare/comparison.ts';
import { comparableBlocks } from '../../shared/format/text-blocks.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { labelParagraphs } from '../../shared/text/labels.ts';
import { readImport } from '../files/read-import.ts';

/** A file as blocks to compare, or one line that says why it cannot be read. */
export async function readComparedFile(path: string): Promise<Result<readonly ComparableBlock[], string>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return fail(`${path}: ${reasonOf(error)}`);
  }
  const kind = extname(path).toLowerCase();
  switch (kind) {
    case '.txt':
      return readText(path, bytes);
    case '.md':
    case '.docx':
    case '.html':
    case '.htm':
      return readFormatted(path, bytes);
    default:
      return fail(`${path}: not a .txt, .md, .docx or .html file`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'no permission to read it',
  EISDIR: 'a folder, not a file',
};

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? `cannot be read (${code || String(error)})`;
}

/** Other files as an import reads them: their numbers, printed or computed by Word, are labels. */
async function readFormatted(
  path: string,
  bytes: Uint8Array,
): Promise<Result<readonly ComparableBlock[], string>> {
  const read = await readImport(bytes, basename(path), () => '');
  if (!read.ok) return fail(`${path}: ${read.error.detail}`);
  return ok(
    labelParagraphs(read.value.paragraphs, null).map(({ kind, level, pinned, label, text, runs }) => ({
      // A preambular paragraph is counted, but nothing is printed before it.
      label: kind === 'preambular' && pinned === null ? '' : label,
      text,
      kind,
      level,
      runs,
    })),
  );
}

/** Letter for letter: unlike an import, which cleans a text up, a comparison keeps what it is given. */
function readText(path: string, bytes: Uint8Array): Result<readonly ComparableBlock[], string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) return fail(`${path}: not a text file (it holds NUL characters)`);
    return ok(comparableBlocks(text));
  } catch {
    return fail(`${path}: not UTF-8 text; save it as UTF-8`);
  }
}
