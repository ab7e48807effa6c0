import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../shared/compare/compare-texts.ts';
import { type ComparableBlock, type Comparison, sideText } from '../../../shared/compare/comparison.ts';

const WATER = 'Decides to establish a fund for the restoration of rivers and lakes in mountain regions;';
const SCHOOLS =
  'Invites Member States to bring fast connections to every rural school by the end of the decade;';
const HEALTH =
  'Requests the Secretariat to report on the training of nurses, midwives and community doctors;';
const TRADE = 'Encourages small producers to join cooperatives that export coffee, cocoa and spices;';
const CLOSING = 'Also decides to consider the matter again at its next annual meeting.';

const blocks = (...texts: readonly string[]): ComparableBlock[] =>
  texts.map((text, at) => ({ label: `${at + 1}`, text }));

/** One word a row: its kind, `!` when moved, and the blocks on its sides. */
const outline = ({ rows }: Comparison): string[] =>
  rows.map((row) => `${row.kind}${row.moved ? '!' : ''} ${row.from.join(',')}>${row.to.join(',')}`);

const CASES: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
  ['nothing', [], [], []],
  ['the same', [WATER, TRADE], [WATER, TRADE], ['same 0>0', 'same 1>1']],
  ['an added block', [WATER, TRADE], [WATER, HEALTH, TRADE], ['same 0>0', 'added >1', 'same 1>2']],
  [
    'a removed block stands where it stood',
    [WATER, HEALTH, TRADE],
    [WATER, TRADE],
    ['same 0>0', 'removed 1>', 'same 2>1'],
  ],
  ['a removed beginning', [HEALTH, WATER], [WATER], ['removed 0>', 'same 1>0']],
  ['a changed word', [WATER], [WATER.replace('rivers', 'wetlands')], ['changed 0>0']],
  ['a changed case', [WATER], [WATER.toUpperCase()], ['changed 0>0']],
  [
    'curly for straight quotes, other spaces',
    ['The “Pact”  of 2024'],
    ['The "Pact" of\u00A02024'],
    ['same 0>0'],
  ],
  [
    'a move',
    [WATER, SCHOOLS, HEALTH, TRADE],
    [SCHOOLS, HEALTH, TRADE, WATER],
    ['same 1>0', 'same 2>1', 'same 3>2', 'same! 0>3'],
  ],
  [
    'a move with an edit',
    [WATER, SCHOOLS, HEALTH, TRADE],
    [SCHOOLS, HEALTH, TRADE, WATER.replace('rivers and lakes', 'rivers, lakes and springs')],
    ['same 1>0', 'same 2>1', 'same 3>2', 'changed! 0>3'],
  ],
  [
    'a split',
    [WATER, `${SCHOOLS} ${HEALTH}`, TRADE],
    [WATER, SCHOOLS, HEALTH, TRADE],
    ['same 0>0', 'split 1>1,2', 'same 2>3'],
  ],
  [
    'a merge',
    [WATER, SCHOOLS, HEALTH, TRADE],
    [WATER, `${SCHOOLS} ${HEALTH}`, TRADE],
    ['same 0>0', 'merged 1,2>1', 'same 3>2'],
  ],
  [
    'twins keep their places',
    [CLOSING, WATER, CLOSING, TRADE],
    [CLOSING, WATER, CLOSING, TRADE],
    ['same 0>0', 'same 1>1', 'same 2>2', 'same 3>3'],
  ],
  [
    'repeated headings follow what stands below them',
    ['Section 1', WATER, 'Section 2', SCHOOLS, 'Section 3', HEALTH],
    ['Section 1', TRADE, 'Section 2', WATER, 'Section 3', SCHOOLS, 'Section 4', HEALTH],
    ['added >0', 'added >1', 'changed 0>2', 'same 1>3', 'changed 2>4', 'same 3>5', 'changed 4>6', 'same 5>7'],
  ],
  ['empty blocks', ['', WATER], ['', WATER], ['same 0>0', 'same 1>1']],
];

describe('compareTexts', () => {
  it.each(CASES)('C1: %s', (_, from, to, expected) => {
    expect(outline(compareTexts(blocks(...from), blocks(...to)))).toEqual(expected);
  });

  it('C3: a changed label alone changes nothing, and stands in the label table', () => {
    const comparison = compareTexts(
      [
        { label: '12', text: WATER },
        { label: '13', text: TRADE },
      ],
      [
        { label: '12', text: WATER },
        { label: '12 bis', text: TRADE },
      ],
    );
    expect(outline(comparison)).toEqual(['same 0>0', 'same 1>1']);
    expect(comparison.labels).toEqual([{ row: 1, from: ['13'], to: ['12 bis'] }]);
  });

  it('C4: recorded ids link what no word would', () => {
    const comparison = compareTexts(
      [
        { label: '', text: WATER, id: 'a' },
        { label: '', text: TRADE, id: 'b' },
      ],
      [
        { label: '', text: SCHOOLS, id: 'b' },
        { label: '', text: HEALTH, id: 'c', from: ['b'] },
      ],
    );
    expect(outline(comparison)).toEqual(['removed 0>', 'changed 1>0', 'added >1']);
    expect(comparison.rows.map((row) => row.linkedBy)).toEqual(['none', 'lineage', 'none']);
  });

  it('C4: a recorded split and a recorded join', () => {
    const split = compareTexts(
      [{ label: '', text: `${SCHOOLS} ${HEALTH}`, id: 'a' }],
      [
        { label: '', text: SCHOOLS, id: 'a' },
        { label: '', text: HEALTH, id: 'b', from: ['a'] },
      ],
    );
    expect(outline(split)).toEqual(['split 0>0,1']);
    const join = compareTexts(
      [
        { label: '', text: SCHOOLS, id: 'a' },
        { label: '', text: HEALTH, id: 'b' },
      ],
      [{ label: '', text: `${SCHOOLS} ${HEALTH}`, id: 'a', from: ['a', 'b'] }],
    );
    expect(outline(join)).toEqual(['merged 0,1>0']);
  });

  it('C5: a moved row says after which row it stood', () => {
    const { rows } = compareTexts(
      blocks(WATER, SCHOOLS, HEALTH, TRADE),
      blocks(WATER, HEALTH, TRADE, SCHOOLS),
    );
    expect(rows.map((row) => row.stoodAfter)).toEqual([null, null, null, 0]);
  });

  it('C2: both sides of a row rebuild, blocks joined by a blank line', () => {
    const { rows } = compareTexts(blocks(`${SCHOOLS} ${HEALTH}`), blocks(SCHOOLS, HEALTH));
    expect(sideText(rows[0]?.words ?? [], 'from')).toBe(`${SCHOOLS} ${HEALTH}`);
    expect(sideText(rows[0]?.words ?? [], 'to')).toBe(`${SCHOOLS}\n\n${HEALTH}`);
  });

  it('C7: formats that change are told apart from words', () => {
    const { rows, summary } = compareTexts(
      [{ label: '', text: 'We agree', runs: [{ text: 'We agree' }], kind: 'plain', level: 0 }],
      [
        {
          label: '',
          text: 'We agree',
          runs: [{ text: 'We ' }, { text: 'agree', bold: true }],
          kind: 'operative',
          level: 0,
        },
      ],
    );
    expect(rows[0]?.kind).toBe('same');
    expect(rows[0]?.formatting).toEqual([{ start: 3, end: 8, text: 'agree', from: {}, to: { bold: true } }]);
    expect(rows[0]?.structure).toEqual({
      from: { kind: 'plain', level: 0 },
      to: { kind: 'operative', level: 0 },
    });
    expect(summary.reformatted).toBe(1);
  });

  it('progress rises to 1 and names the stages', () => {
    const seen: number[] = [];
    compareTexts(blocks(WATER), blocks(TRADE), { onProgress: ({ done }) => seen.push(done) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });
});
