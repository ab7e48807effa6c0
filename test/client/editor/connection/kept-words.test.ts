import { describe, expect, it } from 'vitest';
import { keptParagraphs } from '../../../../client/editor/connection/kept-words.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import type { Paragraph, Run } from '../../../../shared/model/paragraph.ts';

const paragraph = (id: string, text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  id: id as ParagraphId,
  kind: 'operative',
  level: 0,
  dir: 'auto',
  from: [],
  pinned: null,
  runs: text === '' ? [] : [{ text }],
  ...more,
});
const bold: readonly Run[] = [{ text: 'two', bold: true }];
const SERVER = [
  paragraph('a', 'one'),
  paragraph('b', 'two'),
  paragraph('c', 'three'),
  paragraph('d', 'four'),
];
const [A, B, C, D] = SERVER as [Paragraph, Paragraph, Paragraph, Paragraph];
const labels = new Map([['b' as ParagraphId, '2']]);

describe('R48: kept words', () => {
  const cases: readonly [what: string, mine: readonly Paragraph[], kept: readonly string[]][] = [
    ['nothing', SERVER, []],
    ['words', [A, paragraph('b', 'two and more'), C, D], ['b words two > two and more']],
    ['format', [A, { ...B, runs: bold }, C, D], ['b format two > two']],
    ['kind', [A, { ...B, kind: 'heading', level: 1 }, C, D], ['b format two > two']],
    ['a new paragraph', [A, paragraph('n', 'new'), B, C, D], ['n added null > new']],
    ['a deleted paragraph', [A, C, D], ['b removed two > null']],
    ['a moved paragraph', [B, C, A, D], ['a moved one > one']],
    ['everything turned round', [D, C, B, A], ['d moved', 'c moved', 'b moved']],
    [
      'a split',
      [A, paragraph('b', 'tw'), paragraph('n', 'o', { from: [B.id] }), C, D],
      ['b words two > tw', 'n added null > o'],
    ],
    [
      'a whole other text',
      [paragraph('x', 'x')],
      ['x added', 'a removed', 'b removed', 'c removed', 'd removed'],
    ],
  ];
  for (const [what, mine, expected] of cases)
    it(`R48: tells ${what}`, () => {
      const told = keptParagraphs(SERVER, mine, labels).map(
        (kept) => `${kept.paragraph} ${kept.change} ${kept.server} > ${kept.mine}`,
      );
      expect(told).toHaveLength(expected.length);
      for (const [k, start] of expected.entries()) expect(told[k]).toMatch(new RegExp(`^${start}`));
    });

  it('R48: carries the label people saw', () => {
    expect(keptParagraphs(SERVER, [A, C, D], labels)[0]?.label).toBe('2');
    expect(keptParagraphs(SERVER, [B, C, D], labels)[0]?.label).toBe('');
  });
});
