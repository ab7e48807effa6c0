import { describe, expect, it } from 'vitest';
import { simulate } from './run.ts';

const SEEDS = process.env.LONG === '1' ? 3000 : 240;

describe('binding', () => {
  it(`B12: nothing is lost, doubled or misplaced in ${SEEDS} simulations`, () => {
    let standing = 0;
    for (let seed = 1; seed <= SEEDS; seed++) standing += simulate(seed).anchors.standing;
    expect(standing).toBeGreaterThan(SEEDS);
  });
});
