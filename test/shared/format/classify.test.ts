import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainBlocks } from '../../../shared/format/plain-blocks.ts';
import { readTxt } from '../../../shared/format/read-txt.ts';
import { labelParagraphs } from '../../../shared/text/labels.ts';
import { splitPrintedLabel } from '../../../shared/text/printed-label.ts';
import { seeded } from '../../seeded.ts';
import { counting } from './ids.ts';

/** Kind and level of every block. */
const kinds = (...blocks: readonly string[]): string[] =>
  readTxt(blocks.join('\n\n'), counting()).paragraphs.map(
    ({ kind, level }) => `${kind}${level === 0 ? '' : level}`,
  );
/** The kind of one block that stands in the middle of a text. */
const kindOf = (block: string): string | undefined => kinds('A title', block, '1. Decides.')[1];

describe('what a block is', { timeout: 60_000 }, () => {
  it.each([
    'Recalling its earlier decision,',
    'Recalling also the list,',
    'Deeply concerned that lamps go out,',
    'Mindful of the sea,',
    '[Noting with appreciation the report,]',
    'Reaffirming:',
    'Rappelant sa décision,',
    'Profondément préoccupée par la mer,',
    'Recordando su decisión,',
    'Profundamente preocupada por el mar,',
    'Ссылаясь на свое решение,',
    'Будучи обеспокоена,',
    '回顾其以往决定，',
    'إذ تشير إلى قرارها،',
    'وإذ تؤكد من جديد،',
  ])('I2: %j is preambular', (block) => {
    expect(kindOf(block)).toBe('preambular');
  });

  it.each([
    'Closing the circle of lamps.',
    'We, the keepers of lamps,',
    'The General Assembly,',
    'In the beginning there was a lamp, and it was lit.',
    'lower case',
    '- a dash',
    '2015. A year.',
  ])('I2: %j is plain', (block) => {
    expect(kindOf(block)).toBe('plain');
  });

  it.each([
    ['Closing all gaps', 'heading1'],
    ['I. Light', 'heading1'],
    ['Article 5. On lamps.', 'heading1'],
    ['Action 12. We will light every lamp.', 'heading2'],
    ['الحد من الظلام', 'heading1'],
    ['缩小差距', 'heading1'],
    ['第一章 灯塔', 'heading1'],
    ['12 bis. Decides', 'operative'],
    ['OP4. Decides', 'operative'],
    ['PP4. Whatever it says', 'preambular'],
    ['(a) An item', 'item1'],
    ['ii) An item', 'item2'],
    ['c. An item', 'item3'],
    ['iv. An item', 'item4'],
    ['(1) An item', 'item1'],
    ['• An item', 'item1'],
  ])('I2: %j is %s', (block, kind) => {
    expect(kindOf(block)).toBe(kind);
  });

  it('I2: the first short line is the title, unless it is a sentence or an organ', () => {
    expect(kinds('80/1. On lamps', 'Text.')[0]).toBe('title');
    expect(kinds('Welcome to the lamps.', 'Text.')[0]).toBe('plain');
    expect(kinds('The General Assembly', 'Text.')[0]).toBe('plain');
  });

  it('I3: numerals and capital letters number headings by what was counted before', () => {
    const letters = [...'ABCDEFGHIJ'].map((letter) => `${letter}. Part`);
    expect(new Set(kinds('A title', ...letters, 'Text.').slice(1, -1))).toEqual(new Set(['heading1']));
    expect(kinds('A title', 'I. One', 'A. Part', 'B. Part', 'II. Two', 'A. Part', 'Text.')).toEqual([
      'title',
      'heading1',
      'heading2',
      'heading2',
      'heading1',
      'heading2',
      'plain',
    ]);
  });

  it('I3: (i) is a letter after (h) and a numeral after a colon; (v) and (x) follow what was counted', () => {
    const upTo = (last: string): string[] =>
      [...'abcdefghijklmnopqrstuvwxyz'.slice(0, last.charCodeAt(0) - 96)].map(
        (letter) => `(${letter}) Item;`,
      );
    expect(kinds('1. List:', ...upTo('z')).slice(1)).toEqual(new Array(26).fill('item1'));
    expect(kinds('1. List:', ...upTo('g'), '(h) With more:', '(i) One;', '(ii) Two;').slice(-2)).toEqual([
      'item2',
      'item2',
    ]);
    expect(
      kinds(
        '1. List:',
        '(a) All:',
        ...['i', 'ii', 'iii', 'iv', 'v', 'vi', 'x'].map((n) => `(${n}) Item;`),
      ).slice(2),
    ).toEqual(new Array(7).fill('item2'));
  });

  it('I4: hard wraps are joined, and said', () => {
    const read = readTxt('1. Decides to\r\n   go on\r\n\r\n2. Stops.\n', counting());
    expect(read.paragraphs.map((each) => each.runs)).toEqual([
      [{ text: 'Decides to go on' }],
      [{ text: 'Stops.' }],
    ]);
    expect(read.warnings.map(({ code, count }) => [code, count])).toEqual([['line-breaks-joined', 1]]);
  });

  it('I4: control characters go, and are counted', () => {
    const read = readTxt('a\u0007b\tc\u0000', counting());
    expect(read.paragraphs[0]?.runs).toEqual([{ text: 'ab\tc' }]);
    expect(read.warnings.map(({ code, count }) => [code, count])).toEqual([
      ['control-characters-dropped', 2],
    ]);
  });

  it('I1: any Unicode comes in letter for letter, its labels as printed', () => {
    const label = fc.constantFrom(
      '',
      '',
      '1. ',
      '2 bis. ',
      '(a) ',
      '(i)\t',
      'A. ',
      'PP2 ',
      'iv. ',
      '• ',
      '١. ',
      '7) ',
    );
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(label, line), { maxLength: 12 }), (blocks) => {
        const source = blocks.map((pair) => pair.join('')).join('\n\n');
        const found = plainBlocks(source).blocks;
        const printed = found.map(splitPrintedLabel);
        const labelled = labelParagraphs(readTxt(source, counting()).paragraphs, null);
        expect(labelled.map((each) => each.text)).toEqual(printed.map((each) => each.text));
        labelled.forEach((each, k) => {
          const shown = printed[k]?.label === '' && each.kind === 'preambular' ? '' : each.label;
          expect(shown).toBe(printed[k]?.label);
        });
      }),
      seeded(300),
    );
  });
});
