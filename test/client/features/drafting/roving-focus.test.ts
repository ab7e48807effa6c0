import { describe, expect, it } from 'vitest';
import { nextIndex } from '../../../../client/features/drafting/use-roving-focus.ts';

describe('toolbar keys', () => {
  it.each([
    ['ArrowRight', 0, 'ltr', 1],
    ['ArrowRight', 2, 'ltr', 0],
    ['ArrowLeft', 0, 'ltr', 2],
    ['ArrowLeft', 0, 'rtl', 1],
    ['ArrowRight', 0, 'rtl', 2],
    ['Home', 2, 'ltr', 0],
    ['End', 0, 'ltr', 2],
    ['Tab', 1, 'ltr', -1],
  ])('U33: %s from %i (%s) leads to %i', (key, at, direction, next) => {
    expect(nextIndex(key, at, 3, direction)).toBe(next);
  });
});
