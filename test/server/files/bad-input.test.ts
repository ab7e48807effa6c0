import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readImport } from '../../../server/files/read-import.ts';
import { MOST_NESTING } from '../../../server/files/xml.ts';
import { MOST_ENTRIES } from '../../../server/files/zip.ts';
import { IMPORT_FILE_BYTES } from '../../../shared/api/limits.ts';
import type { ProblemCode } from '../../../shared/model/problem.ts';
import { counting } from '../../shared/format/ids.ts';
import { p, r, word, wordEntries } from './word.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const BODY = { body: p(r('Decides;')) };

/** A stored byte of the archive changed at the first place where `find` stands, counted from `after`. */
function patched(archive: Uint8Array, at: number, values: readonly number[]): Uint8Array {
  const copy = archive.slice();
  copy.set(values, at);
  return copy;
}
/** Where the directory entry of a name begins (its signature is PK 1 2). */
function directoryEntry(archive: Uint8Array, name: string): number {
  const text = new TextDecoder('latin1').decode(archive);
  return text.lastIndexOf(name) - 46;
}

/** A document part that says it is small and is not. */
function lyingArchive(): Uint8Array {
  const archive = zipSync(wordEntries({ body: p(r('x'.repeat(3_000_000))) }), { level: 9 });
  return patched(archive, directoryEntry(archive, 'word/document.xml') + 24, [0, 1, 0, 0]);
}

const withPart = (name: string, content: string | Uint8Array): Uint8Array =>
  zipSync({ ...wordEntries(BODY), [name]: typeof content === 'string' ? strToU8(content) : content });
const documentPart = (inner: string, before = ''): Uint8Array =>
  withPart(
    'word/document.xml',
    `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`,
  );

const EXPANDING =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

const CASES: readonly (readonly [
  what: string,
  name: string,
  content: () => Uint8Array,
  code: ProblemCode,
])[] = [
  ['nothing', 'a.txt', () => bytes(), 'empty-file'],
  ['white space', 'a.txt', () => strToU8(' \n\n\t\n'), 'empty-file'],
  ['a byte order mark alone', 'a.txt', () => bytes(0xef, 0xbb, 0xbf), 'empty-file'],
  ['a document without words', 'a.docx', () => word({ body: p('') }), 'empty-file'],
  ['a page without words', 'a.html', () => strToU8('<html><script>x</script></html>'), 'empty-file'],
  ['50 MB of text', 'a.txt', () => new Uint8Array(50 * 1024 * 1024).fill(0x61), 'too-large'],
  ['one byte too many', 'a.docx', () => new Uint8Array(IMPORT_FILE_BYTES + 1).fill(0x50), 'too-large'],
  ['a text file of 5 MB', 'a.txt', () => new Uint8Array(5 * 1024 * 1024).fill(0x61), 'too-large'],
  ['too many paragraphs', 'a.txt', () => strToU8('a\n\n'.repeat(20_001)), 'too-large'],
  ['zeros', 'a.txt', () => new Uint8Array(4096), 'unsupported-file'],
  ['binary among text', 'a.md', () => strToU8('text\0text'), 'unsupported-file'],
  ['a PDF', 'a.pdf', () => latin1('%PDF-1.7 …'), 'unsupported-file'],
  ['a PDF called .docx', 'a.docx', () => latin1('%PDF-1.7'), 'unsupported-file'],
  [
    'an old Word file',
    'a.doc',
    () => bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0),
    'unsupported-file',
  ],
  ['RTF', 'a.rtf', () => latin1('{\\rtf1 x}'), 'unsupported-file'],
  ['a picture', 'a.txt', () => bytes(0x89, 0x50, 0x4e, 0x47, 0x0d), 'unsupported-file'],
  ['another extension', 'a.xlsx.csv', () => strToU8('a,b'), 'unsupported-file'],
  ['text called .docx', 'a.docx', () => strToU8('Decides'), 'unreadable-file'],
  ['an archive that is no document', 'a.docx', () => zipSync({ 'a.txt': strToU8('a') }), 'unsupported-file'],
  [
    'a spreadsheet',
    'a.xlsx',
    () => withPart('word/document.xml', '<?xml version="1.0"?><workbook/>'),
    'unsupported-file',
  ],
  ['UTF-16 without a mark', 'a.txt', () => bytes(0x44, 0, 0x65, 0, 0x63, 0), 'unsupported-file'],
  ['UTF-16 cut in the middle', 'a.txt', () => bytes(0xff, 0xfe, 0x44, 0x00, 0x65), 'unknown-encoding'],
  ['UTF-32', 'a.txt', () => bytes(0xff, 0xfe, 0, 0, 0x44, 0, 0, 0), 'unknown-encoding'],
  [
    'Cyrillic in KOI8',
    'a.txt',
    () => bytes(0xf2, 0xc5, 0xdb, 0xc1, 0xc5, 0xd4, 0x20, 0xf2),
    'unknown-encoding',
  ],
  ['damaged UTF-8 with a mark', 'a.txt', () => bytes(0xef, 0xbb, 0xbf, 0x44, 0xe9, 0x44), 'unknown-encoding'],
  ['a document cut in the middle', 'a.docx', () => word(BODY).slice(0, 700), 'unreadable-file'],
  ['a document without its end', 'a.docx', () => word(BODY).slice(0, -30), 'unreadable-file'],
  ['only the first bytes of an archive', 'a.docx', () => bytes(0x50, 0x4b, 3, 4), 'unreadable-file'],
  [
    'a damaged part',
    'a.docx',
    () => {
      const archive = zipSync(wordEntries(BODY), { level: 0 });
      const at = new TextDecoder('latin1').decode(archive).indexOf('Decides');
      return patched(archive, at, [0x58]);
    },
    'unreadable-file',
  ],
  [
    'a document with a password bit',
    'a.docx',
    () => {
      const archive = word(BODY);
      return patched(archive, directoryEntry(archive, 'word/document.xml') + 8, [1]);
    },
    'unreadable-file',
  ],
  ['XML that is none', 'a.docx', () => withPart('word/document.xml', 'no xml <'), 'unreadable-file'],
  ['entities that expand', 'a.docx', () => documentPart(p(r('&c;')), EXPANDING), 'unreadable-file'],
  ['entities from outside', 'a.docx', () => documentPart(p(r('&a;')), OUTSIDE), 'unreadable-file'],
  [
    'elements nested without end',
    'a.docx',
    () => documentPart('<w:sdt>'.repeat(MOST_NESTING + 1) + '</w:sdt>'.repeat(MOST_NESTING + 1)),
    'unreadable-file',
  ],
  ['a page nested without end', 'a.html', () => strToU8('<div>'.repeat(5000)), 'unreadable-file'],
  [
    'a page whose formatting multiplies',
    'a.html',
    () =>
      strToU8(
        `<p>${Array.from({ length: 400 }, (_, k) => `<font size=${k}>`).join('')}${'<p>x'.repeat(5000)}`,
      ),
    'unreadable-file',
  ],
  ['quotes nested without end', 'a.md', () => strToU8(`${'>'.repeat(20_000)} x`), 'unreadable-file'],
  [
    'a bomb: much out of little',
    'a.docx',
    () => zipSync({ ...wordEntries(BODY), 'word/media/x.bin': new Uint8Array(40_000_000) }, { level: 9 }),
    'too-large',
  ],
  [
    'a bomb: a part of 60 MB',
    'a.docx',
    () =>
      zipSync(
        { ...wordEntries(BODY), 'word/styles.xml': new Uint8Array(60_000_000).fill(0x20) },
        { level: 9 },
      ),
    'too-large',
  ],
  ['a bomb that says it is small', 'a.docx', lyingArchive, 'too-large'],
  [
    'more entries than a document has',
    'a.docx',
    () =>
      zipSync({
        ...wordEntries(BODY),
        ...Object.fromEntries(Array.from({ length: MOST_ENTRIES }, (_, k) => [`x${k}`, bytes(1)])),
      }),
    'too-large',
  ],
];

/** Making bombs takes its time on a busy machine. */
const TIMEOUT = 60_000;

describe('bad files', { timeout: TIMEOUT }, () => {
  it.each(CASES)('I30: %s (%s) is refused', async (_, name, content, code) => {
    const result = await readImport(content(), name, counting());
    expect(result.ok ? result.value : result.error.code).toBe(code);
    if (!result.ok) expect(result.error.detail).toMatch(/^[A-Z].{15,}[.]$/u);
  });

  it('I31: names that point outside the archive name nothing and harm nothing', async () => {
    const result = await readImport(
      zipSync({ ...wordEntries(BODY), '../../etc/passwd': strToU8('x'), '/word/styles.xml': strToU8('x') }),
      'a.docx',
      counting(),
    );
    expect(result.ok && result.value.paragraphs.map((each) => each.runs[0]?.text)).toEqual(['Decides;']);
  });

  it('I31: a relationship that points outside finds nothing', async () => {
    const relations =
      '<?xml version="1.0"?><Relationships xmlns="x"><Relationship Id="a" Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>';
    const result = await readImport(withPart('_rels/.rels', relations), 'a.docx', counting());
    expect(result.ok ? null : result.error.code).toBe('unsupported-file');
  });
});
