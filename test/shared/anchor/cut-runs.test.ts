import { describe, expect, it } from 'vitest';
import { cutRuns } from '../../../shared/anchor/cut-runs.ts';
import type { Run } from '../../../shared/model/paragraph.ts';

const RUNS: readonly Run[] = [
  { text: 'Decides to ' },
  { text: 'convene', bold: true },
  { text: ' a meeting' },
];

const told = (ranges: readonly [string, number, number][]): string =>
  cutRuns(
    RUNS,
    ranges.map(([id, start, end]) => ({ id, start, end })),
  )
    .map(
      ({ run, anchors }) =>
        `${run.bold ? '*' : ''}${run.text}${anchors.length > 0 ? `<${anchors.join(' ')}>` : ''}`,
    )
    .join('|');

describe('cutting runs', () => {
  it.each<[string, [string, number, number][], string]>([
    ['nothing', [], 'Decides to |*convene| a meeting'],
    ['inside a run', [['x', 0, 7]], 'Decides<x>| to |*convene| a meeting'],
    ['a whole run', [['x', 11, 18]], 'Decides to |*convene<x>| a meeting'],
    ['over runs', [['x', 8, 20]], 'Decides |to <x>|*convene<x>| a<x>| meeting'],
    [
      'overlapping',
      [
        ['x', 0, 13],
        ['y', 11, 28],
      ],
      'Decides to <x>|*co<x y>|*nvene<y>| a meeting<y>',
    ],
    [
      'outside',
      [
        ['x', 20, 99],
        ['y', 40, 50],
        ['z', 5, 5],
      ],
      'Decides to |*convene| a| meeting<x>',
    ],
  ])('N14: %s', (_, ranges, expected) => {
    expect(told(ranges)).toBe(expected);
  });

  it('N14: the pieces give the runs back, and each range begins and ends once', () => {
    const pieces = cutRuns(RUNS, [
      { id: 'x', start: 3, end: 15 },
      { id: 'y', start: 3, end: 28 },
    ]);
    expect(pieces.map(({ run }) => run.text).join('')).toBe('Decides to convene a meeting');
    expect(pieces.flatMap(({ begins }) => begins)).toEqual(['x', 'y']);
    expect(pieces.flatMap(({ ends }) => ends)).toEqual(['x', 'y']);
  });
});
