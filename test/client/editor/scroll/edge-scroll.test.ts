import { describe, expect, it } from 'vitest';
import { edgeScroll } from '../../../../client/editor/scroll/edge-scroll.ts';

describe('dragging near an edge of the window', () => {
  it.each([
    ['in the middle', 360, 0],
    ['where the foot begins', 640, 0],
    ['half way into the foot', 680, 3],
    ['at the foot', 720, 12],
    ['below the window', 900, 12],
    ['where the head begins', 160, 0],
    ['half way into the head', 80, -3],
    ['above the window', -20, -12],
  ])('U63: the page scrolls with the nearness of the edge: %s', (_, y, step) => {
    expect(edgeScroll(y, 720, 10)).toBeCloseTo(step);
  });

  it('U63: by time and not by frames, and a page that stood still makes no leap', () => {
    expect(edgeScroll(720, 720, 20)).toBeCloseTo(2 * edgeScroll(720, 720, 10));
    expect(edgeScroll(720, 720, 3_000)).toBe(edgeScroll(720, 720, 50));
  });
});
