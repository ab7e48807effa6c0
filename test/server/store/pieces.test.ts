import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../server/store/sqlite/pieces.ts';

describe('pieces of a list', () => {
  it.each([
    [0, []],
    [1, [1]],
    [7, [4, 2, 1]],
    [64, [64]],
    [300, [64, 64, 64, 64, 32, 8, 4]],
  ])('W20: %i rows are cut into %j', (length, sizes) => {
    const rows = Array.from({ length }, (_, k) => k);
    const pieces = piecesOf(rows);
    expect(pieces.map((piece) => piece.length)).toEqual(sizes);
    expect(pieces.flat()).toEqual(rows);
  });
});
