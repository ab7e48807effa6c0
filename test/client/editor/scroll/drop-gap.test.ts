import { describe, expect, it } from 'vitest';
import { dropGap, gapTop } from '../../../../client/editor/scroll/drop-gap.ts';

const PARAGRAPHS = [
  { top: 0, bottom: 40 },
  { top: 50, bottom: 60 },
  { top: 70, bottom: 170 },
];

describe('dropping a dragged paragraph', () => {
  it.each([
    ['above all', -5, 0],
    ['on the lower half of the first', 30, 1],
    ['between two', 45, 1],
    ['on the upper half of the last', 100, 2],
    ['below all', 500, 3],
  ])('U63: %s', (_, y, gap) => {
    expect(dropGap(PARAGRAPHS, y)).toBe(gap);
  });

  it('U63: the line stands midway between its neighbours, or at the edge', () => {
    expect([0, 1, 2, 3].map((gap) => gapTop(PARAGRAPHS, gap))).toEqual([0, 45, 65, 170]);
    expect(gapTop([], 0)).toBe(0);
  });
});
