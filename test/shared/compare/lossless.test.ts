import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeComparisonDocx } from '../../../server/files/comparison-docx.ts';
import { compareTexts } from '../../../shared/compare/compare-texts.ts';
import {
  BLOCK_JOINER,
  type ComparableBlock,
  type Comparison,
  sideText,
} from '../../../shared/compare/comparison.ts';
import { printLabel } from '../../../shared/text/printed-label.ts';
import { seeded } from '../../seeded.ts';
import { settleDocx } from '../../server/files/settle-docx.ts';
import { mutatedTexts } from './mutator.ts';

/** Few words, so that blocks resemble each other in every way; scripts, marks and broken characters among them. */
const WORD = fc.constantFrom(
  ...[
    'peace',
    'and',
    'the',
    'rights',
    'of',
    'water',
    'Water',
    '[',
    ']',
    '(a)',
    '12',
    '“',
    '"',
    ',',
    '.',
    ';',
  ],
  ...[
    'e\u0301',
    'é',
    '和平',
    '发展',
    'حقوق',
    'الإنسان',
    '\u200F',
    '😀',
    '\uD83D',
    '\u00A0',
    'เด็ก',
    'शांति',
    '\u200B',
  ],
);
const TEXT = fc.oneof(
  { weight: 5, arbitrary: fc.array(WORD, { maxLength: 14 }).map((words) => words.join(' ')) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replace(/\n/g, ' ')),
  },
);
const BLOCKS = fc.array(fc.record({ label: fc.constantFrom('', '1', '2', '(a)'), text: TEXT }), {
  maxLength: 7,
});

const sideOf = (blocks: readonly ComparableBlock[], indexes: readonly number[]): string =>
  indexes.map((index) => blocks[index]?.text).join(BLOCK_JOINER);

/** Rules C1, C2 and C6 for one comparison. */
function expectWhole(
  comparison: Comparison,
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
): void {
  const { rows } = comparison;
  const indexes = (side: 'from' | 'to') => rows.flatMap((row) => row[side]);
  expect([...indexes('from')].sort((a, b) => a - b)).toEqual(from.map((_, at) => at));
  expect([...indexes('to')].sort((a, b) => a - b)).toEqual(to.map((_, at) => at));
  const firsts = rows.flatMap((row) => row.to.slice(0, 1));
  expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  for (const row of rows) {
    expect(sideText(row.words, 'from')).toBe(sideOf(from, row.from));
    expect(sideText(row.words, 'to')).toBe(sideOf(to, row.to));
    expect(Math.min(row.from.length, row.to.length)).toBeLessThanOrEqual(1);
    expect(row.similarity === 1).toBe(row.from.length > 0 && row.to.length > 0 && reads(row));
  }
}

/** Nothing but typography differs. */
const reads = (row: Comparison['rows'][number]): boolean =>
  row.words.every(([operation], at) => operation === '=' || row.typography.includes(at));

/** Milliseconds; far more than needed, for slow machines and LONG runs. */
const PATIENCE = 300_000;

describe('nothing is lost', { timeout: PATIENCE }, () => {
  it('C1, C2, C6: any two texts', () => {
    fc.assert(
      fc.property(BLOCKS, BLOCKS, (from, to) => expectWhole(compareTexts(from, to), from, to)),
      seeded(200),
    );
  });

  it('C4: any two texts with any recorded lineage', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const recorded = fc.uniqueArray(
      fc.record({ label: fc.constant(''), text: TEXT, id, from: fc.array(id, { maxLength: 2 }) }),
      { selector: (block) => block.id },
    );
    fc.assert(
      fc.property(recorded, recorded, (from, to) => expectWhole(compareTexts(from, to), from, to)),
      seeded(200),
    );
  });

  it('C12: any two texts as .docx', () => {
    // XML holds neither broken characters nor control characters; those stand as U+FFFD.
    const printable = BLOCKS.map((blocks) =>
      blocks.map(({ label, text }) => ({ label, text: text.replace(/[\p{Cc}\p{Cs}\p{Cn}\r\t]/gu, '') })),
    );
    const printed = (blocks: readonly ComparableBlock[]): string[] =>
      blocks.length === 0
        ? ['']
        : blocks.map(({ label, text }) => (label === '' ? text : `${printLabel(label)}\t${text}`));
    fc.assert(
      fc.property(printable, printable, (from, to) => {
        const bytes = writeComparisonDocx(compareTexts(from, to), from, to, {
          title: '',
          date: '2030-01-01T00:00:00.000Z',
        });
        expect(settleDocx(bytes, 'accept')).toEqual(printed(to));
        expect(settleDocx(bytes, 'reject')).toEqual(printed(from));
      }),
      seeded(60),
    );
  });

  it('C8: the same texts compare the same', () => {
    const { from, to } = mutatedTexts(3, 60);
    expect(compareTexts(from, to)).toEqual(compareTexts(from, to));
  });
});

describe('known truth', { timeout: PATIENCE }, () => {
  it.each([1, 2, 3, 4, 5])('C1: links of an invented text, seed %i', (seed) => {
    const { from, to, links } = mutatedTexts(seed, 120);
    const truth = new Set(links.map(String));
    const { rows } = compareTexts(from, to);
    const found = rows.flatMap((row) =>
      row.from.flatMap((old) => row.to.map((fresh) => String([old, fresh]))),
    );
    const right = found.filter((link) => truth.has(link)).length;
    expect(right / found.length).toBeGreaterThan(0.98);
    expect(right / truth.size).toBeGreaterThan(0.95);
    expectWhole(compareTexts(from, to), from, to);
  });
});

describe('bounded work', { timeout: PATIENCE }, () => {
  const words = (count: number, of: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => of(at)).join(' ');

  it('C8: a paragraph of 100,000 words, with a few changes, is compared in full', () => {
    const text = words(100_000, (at) => `w${(at * 7919) % 5000}`);
    const changed = text.replace('w7919 ', 'other ').replace(/ w12$/, '');
    const comparison = compareTexts([{ label: '', text }], [{ label: '', text: changed }]);
    expect(comparison.limits).toEqual([]);
    expectWhole(comparison, [{ label: '', text }], [{ label: '', text: changed }]);
  });

  it('C8: two wholly different paragraphs of 100,000 words show as replaced, and the result says so', () => {
    const from = [{ label: '', id: 'p', text: words(100_000, (at) => `a${at % 500}`) }];
    const to = [{ label: '', id: 'p', text: words(100_000, (at) => `a${(at * at) % 499}`) }];
    const comparison = compareTexts(from, to);
    expect(comparison.limits).toMatchObject([{ code: 'words', count: 1 }]);
    expectWhole(comparison, from, to);
  });

  it('C8: 2,000 paragraphs that all resemble each other', () => {
    const text = (seed: number) => (at: number) => ({
      label: '',
      text: `Recalling its resolution ${at * seed} on the matter of peace and the rule of law in all its parts`,
    });
    const from = Array.from({ length: 2000 }, (_, at) => text(3)(at));
    const to = Array.from({ length: 2000 }, (_, at) => text(5)(at));
    expectWhole(compareTexts(from, to), from, to);
  });
});
