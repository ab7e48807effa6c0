import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';

export type ImportType = 'txt' | 'md' | 'html' | 'docx';

/** First bytes of files that people try and that cannot be read, with what to do instead. */
const REFUSED: readonly (readonly [magic: readonly number[], what: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'A PDF cannot be read reliably. Use the Word file it was made from.'],
  [
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    'This is an old Word file (.doc) or a file with a password. Save it as .docx without a password and try again.',
  ],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'RTF is not read. Save the file as .docx and try again.'],
  [[0x89, 0x50, 0x4e, 0x47], 'This is an image.'],
  [[0xff, 0xd8, 0xff], 'This is an image.'],
  [[0x47, 0x49, 0x46, 0x38], 'This is an image.'],
  [[0x1f, 0x8b], 'This is a compressed archive. Unpack it first.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'This is a compressed archive. Unpack it first.'],
  [[0x52, 0x61, 0x72, 0x21], 'This is a compressed archive. Unpack it first.'],
];

const ZIP_STARTS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

const begins = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, k) => bytes[k] === byte);

/** Characters at the start of a text in which HTML must show itself. */
const HTML_WINDOW = 1024;

/** The type by content; between kinds of text by the name, then by how the text begins. */
export function sniff(bytes: Uint8Array, fileName: string): Result<ImportType, Problem> {
  for (const [magic, what] of REFUSED)
    if (begins(bytes, magic))
      return fail(problem('unsupported-file', `${what} Readable are .txt, .md, .docx and .html.`));
  if (ZIP_STARTS.some((magic) => begins(bytes, magic))) return ok('docx');
  // `A_80_L.41` has no extension, only a symbol that ends in a number.
  const extension = /\.([a-z][a-z0-9]*)$/i.exec(fileName)?.[1]?.toLowerCase();
  switch (extension) {
    case 'docx':
      return fail(
        problem(
          'unreadable-file',
          'The file is named .docx but is none. Open it in Word, save it anew and try again.',
        ),
      );
    case 'md':
    case 'markdown':
      return ok('md');
    case 'html':
    case 'htm':
    case 'xhtml':
      return ok('html');
    case 'txt':
    case 'text':
    case undefined:
      return ok(looksHtml(bytes) ? 'html' : 'txt');
    default:
      return fail(
        problem(
          'unsupported-file',
          `Files named .${extension} are not read. Readable are .txt, .md, .docx and .html.`,
        ),
      );
  }
}

const looksHtml = (bytes: Uint8Array): boolean =>
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html[\s>])/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, HTML_WINDOW)).replace(/^ï»¿/, ''),
  );
