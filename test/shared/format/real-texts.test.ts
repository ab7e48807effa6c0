import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plainBlocks } from '../../../shared/format/plain-blocks.ts';
import { readTxt } from '../../../shared/format/read-txt.ts';
import { writeTxt } from '../../../shared/format/write-txt.ts';
import { plainText } from '../../../shared/model/paragraph.ts';
import { labelParagraphs } from '../../../shared/text/labels.ts';
import { splitPrintedLabel } from '../../../shared/text/printed-label.ts';
import { counting } from './ids.ts';

/** A folder of real texts beside the project (SHARED_TEXTS, or shared/texts in a folder above), or null. */
function folderOfTexts(): string | null {
  if (process.env.SHARED_TEXTS) return process.env.SHARED_TEXTS;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (dirname(folder) !== folder) {
    folder = dirname(folder);
    if (existsSync(join(folder, 'shared', 'texts'))) return join(folder, 'shared', 'texts');
  }
  return null;
}

const FOLDER = folderOfTexts();
const FILES =
  FOLDER === null
    ? []
    : readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.txt'))
        .sort();

const OWN: readonly (readonly [name: string, blocks: readonly string[]])[] = [
  [
    'a resolution',
    [
      'Draft resolution on lighthouses',
      'The Assembly,',
      'Recalling its decision on coastal signals,',
      '1. Decides that lamps shall be lit:',
      '(a) At dusk;',
      '(b) In fog:',
      '(i) Dense;',
      '(ii) Patchy;',
      '2. Requests keepers to report;',
      '2 bis. Also requests them to rest.',
    ],
  ],
  [
    'numbers that begin anew',
    ['A. Lamps', '1. Light', '1. Oil', 'B. Bells', '1. Ring', '3. Stop', '(c) And again'],
  ],
  [
    'letters that are numerals',
    ['1. Lists:', ...'abcdefghijklmnopqrstuvwx'.split('').map((c) => `(${c}) Item`)],
  ],
  ['no labels at all', ['- a dash', '2015. a year', 'lower case', '[12. in brackets]']],
];

function check(source: string): { blocks: number; labels: number } {
  const { blocks } = plainBlocks(source);
  const { paragraphs } = readTxt(source, counting());
  const labelled = labelParagraphs(paragraphs, null);
  const printed = blocks.map(splitPrintedLabel);
  expect(labelled.length).toBe(blocks.length);
  expect(labelled.map((each) => each.text)).toEqual(printed.map((each) => each.text));
  // A block that prints no label has none, but for preambular paragraphs, which are counted without being numbered.
  expect(
    labelled.map((each) => (each.kind === 'preambular' && each.pinned === null ? '' : each.label)),
  ).toEqual(
    printed.map((each, k) => (/^PP/.test(each.label) && paragraphs[k]?.pinned === null ? '' : each.label)),
  );
  const again = readTxt(writeTxt(labelled), counting()).paragraphs;
  expect(labelParagraphs(again, null).map((each) => [each.label, each.text])).toEqual(
    labelled.map((each) => [each.label, each.text]),
  );
  expect(again.map(({ runs }) => plainText(runs)).join('')).toBe(labelled.map((each) => each.text).join(''));
  return { blocks: blocks.length, labels: printed.filter((each) => each.label !== '').length };
}

describe('plain texts come in as they are printed', { timeout: 60_000 }, () => {
  it.each(OWN)('I1: %s', (_, blocks) => {
    expect(check(`${blocks.join('\n\n')}\n`).blocks).toBe(blocks.length);
  });

  it(`I1: every real text (${FILES.length === 0 ? 'NONE FOUND: put a folder into SHARED_TEXTS' : `${FILES.length} files`})`, () => {
    const sums = { blocks: 0, labels: 0 };
    for (const name of FILES) {
      const sum = check(readFileSync(join(FOLDER as string, name), 'utf8'));
      sums.blocks += sum.blocks;
      sums.labels += sum.labels;
    }
    expect(sums.blocks > 0).toBe(FILES.length > 0);
    if (FILES.length > 0)
      console.log(`${FILES.length} files, ${sums.blocks} blocks, ${sums.labels} printed labels`);
  });
});
