import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readComparedFile } from '../../../server/cli/compared-file.ts';
import { abstractNum, listed, lvl, num, p, r, word } from '../files/word.ts';

const folder = mkdtempSync(join(tmpdir(), 'compared-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = async (name: string, content: string | Uint8Array): Promise<unknown> => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const result = await readComparedFile(path);
  return result.ok ? result.value.map(({ label, text }) => [label, text]) : result.error.replace(folder, '');
};
const BLOCKS = [
  ['', 'Recalling itself,'],
  ['1', 'Decides:'],
  ['(a)', 'To begin.'],
];

describe('files to compare', () => {
  it('I24: text, Markdown, HTML and Word files of the same words are the same blocks', async () => {
    expect(await read('a.txt', 'Recalling itself,\n\n1. Decides:\n\n(a) To begin.\n')).toEqual(BLOCKS);
    expect(await read('a.md', '*Recalling* itself,\n\n1. Decides:\n\n(a) To begin.\n')).toEqual(BLOCKS);
    expect(await read('a.html', '<p><i>Recalling</i> itself,<ol><li>Decides:</ol><p>(a) To begin.')).toEqual(
      BLOCKS,
    );
    const docx = word({
      numbering: abstractNum(0, lvl(0, 'decimal', '%1.') + lvl(1, 'lowerLetter', '(%2)')) + num(1, 0),
      body:
        p(r('Recalling', '<w:i/>') + r(' itself,')) + listed(1, 0, 'Decides:') + listed(1, 1, 'To begin.'),
    });
    expect(await read('a.docx', docx)).toEqual(BLOCKS);
  });

  it('I24: a file that cannot be read is named in one line', async () => {
    const said = (await read('b.docx', 'no archive')) as string;
    expect(said).toMatch(/^\/b\.docx: [^\n]+$/);
    expect(await read('c.pdf', '%PDF-1.7')).toMatch(/^\/c\.pdf: [^\n]+$/);
  });
});
