import { describe, expect, it } from 'vitest';
import { afterKey, drawn, scrollTo, spanOf } from '../../../../client/features/positions/grid-window.ts';

describe('window of the matrix', () => {
  it('U180: of many rows only those in view are drawn, with some beyond the edges', () => {
    expect(spanOf(300, 44, 0, 800)).toEqual([0, 28]);
    expect(spanOf(300, 44, 4400, 880)).toEqual([92, 128]);
    expect(spanOf(300, 44, 1e6, 880)).toEqual([299, 300]);
    expect(spanOf(1, 44, 0, 880)).toEqual([0, 1]);
    expect(spanOf(0, 44, 0, 880)).toEqual([0, 0]);
  });

  it('U180: scrolling by less than a step draws nothing anew', () => {
    expect(spanOf(300, 44, 4400, 880)).toEqual(spanOf(300, 44, 4420, 880));
  });

  it('U181: what holds the focus stays drawn wherever the grid is scrolled', () => {
    expect(drawn([4, 7], 1)).toEqual([1, 4, 5, 6]);
    expect(drawn([4, 7], 9)).toEqual([4, 5, 6, 9]);
    expect(drawn([4, 7], 5)).toEqual([4, 5, 6]);
    expect(drawn([4, 7], null)).toEqual([4, 5, 6]);
  });

  const size = { rows: 300, columns: 193, page: 20 };
  it.each([
    ['ArrowDown', false, false, [5, 5], [6, 5]],
    ['ArrowUp', false, false, [0, 5], [-1, 5]],
    ['ArrowUp', false, false, [-1, 5], [-1, 5]],
    ['ArrowRight', false, false, [5, 192], [5, 192]],
    ['ArrowRight', false, true, [5, 5], [5, 4]],
    ['ArrowLeft', false, true, [5, 5], [5, 6]],
    ['Home', false, false, [5, 5], [5, -1]],
    ['Home', true, false, [5, 5], [0, 0]],
    ['End', false, false, [5, 5], [5, 192]],
    ['End', true, false, [5, 5], [299, 192]],
    ['PageDown', false, false, [5, 5], [24, 5]],
    ['PageUp', false, false, [5, 5], [0, 5]],
  ] as const)('U181: %s (Ctrl %s, right to left %s) leads on', (key, ctrl, rtl, from, to) => {
    const place = afterKey({ row: from[0], column: from[1] }, { key, ctrl, rtl }, size);
    expect(place).toEqual({ row: to[0], column: to[1] });
  });

  it('U181: other keys are not taken from the page', () => {
    expect(afterKey({ row: 0, column: 0 }, { key: 'k', ctrl: true, rtl: false }, size)).toBeNull();
  });

  it('U181: a cell comes out from under the heads with as little scrolling as can be', () => {
    const box = { scrolled: 1000, seen: 500, covered: 80 };
    expect(scrollTo(1200, 44, box)).toBe(1000);
    expect(scrollTo(1040, 44, box)).toBe(960);
    expect(scrollTo(1480, 44, box)).toBe(1024);
    expect(scrollTo(20, 44, box)).toBe(0);
  });
});
