import { describe, expect, it } from 'vitest';
import { createPageSize } from '../../../server/steps/page-size.ts';

describe('the size of a page', () => {
  it('H24: grows while pages are short, shrinks when they are long, and stays within its bounds', () => {
    const size = createPageSize(300);
    const sizes = [1, 1, 1, 5, 20, 20, 20, 20].map((took) => {
      size.took(took);
      return size.rows;
    });
    expect(sizes).toEqual([100, 200, 300, 300, 150, 75, 50, 50]);
  });

  it('H24: is never more than asked for', () => {
    const size = createPageSize(20);
    size.took(20);
    expect(size.rows).toBe(20);
    size.took(1);
    expect(size.rows).toBe(20);
  });
});
