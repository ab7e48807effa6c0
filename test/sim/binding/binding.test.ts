import { describe, expect, it } from 'vitest';
import { SEED, seeds } from '../../seeded.ts';
import { simulate } from './run.ts';

const SEEDS = seeds(300, 4_000);
/** Shown in parts, so that a failure is near its seed. */
const PART = Math.ceil(SEEDS / 10);

describe('binding', () => {
  it.each(Array.from({ length: 10 }, (_, part) => [SEED + part * PART, SEED + (part + 1) * PART - 1]))(
    'B12: nothing is lost, doubled or misplaced in simulations %i to %i',
    (first, last) => {
      let standing = 0;
      for (let seed = first; seed <= last; seed++) standing += simulate(seed).anchors.standing;
      expect(standing).toBeGreaterThan(PART);
    },
  );
});
