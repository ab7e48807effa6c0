import { describe, expect, it } from 'vitest';
import { carryIds } from '../../../shared/domain/lineage.ts';
import type { Paragraph } from '../../../shared/model/paragraph.ts';

const paragraph = (id: string, text: string): Paragraph => ({
  id: id as never,
  kind: 'operative',
  level: 0,
  dir: 'auto',
  from: [],
  pinned: null,
  runs: [{ text }],
});

const A = 'We reaffirm our commitment to build a people-centred information society.';
const B = 'We note with concern that a large part of the population remains offline.';
const C = 'We call upon all parties to invest in affordable and resilient networks.';
const before = [paragraph('a', A), paragraph('b', B), paragraph('c', C)];
const carried = (...texts: readonly string[]) =>
  carryIds(
    before,
    texts.map((text, k) => paragraph(`new-${k}`, text)),
  ).map(({ id, from }) => [id, ...from]);

describe('lineage across an import', () => {
  const CASES: readonly (readonly [
    what: string,
    texts: readonly string[],
    ids: readonly (readonly string[])[],
  ])[] = [
    ['the same text', [A, B, C], [['a'], ['b'], ['c']]],
    ['a reworded paragraph', [A, B.replace('large part', 'third'), C], [['a'], ['b'], ['c']]],
    [
      'a new one between',
      [A, 'Something entirely different, about libraries.', B, C],
      [['a'], ['new-1'], ['b'], ['c']],
    ],
    ['one gone', [A, C], [['a'], ['c']]],
    ['a move', [C, A, B], [['c'], ['a'], ['b']]],
    ['a join', [`${A} ${B}`, C], [['a', 'a', 'b'], ['c']]],
    ['nothing', [], []],
  ];
  it.each(CASES)('H14: %s', (_what, texts, ids) => {
    expect(carried(...texts)).toEqual(ids);
  });

  it('H14: a split keeps the id with its first part, and the second remembers', () => {
    const parts = carryIds([paragraph('x', `${A} ${B}`)], [paragraph('new-0', A), paragraph('new-1', B)]);
    expect(parts.map(({ id, from }) => [id, from])).toEqual([
      ['x', []],
      ['new-1', ['x']],
    ]);
  });

  it('H14: no id stands twice, whatever is repeated', () => {
    const ids = carried(A, A, A, B, B).map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
