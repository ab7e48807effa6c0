import { describe, expect, it } from 'vitest';
import { simulate } from './run.ts';

/** Seeds of an ordinary run, and of `npm run test:long`. Shown in parts, so that a failure is near its seed. */
const SEEDS = process.env.LONG === '1' ? 4000 : 300;
const PART = SEEDS / 10;

describe('binding', () => {
  it.each(Array.from({ length: 10 }, (_, part) => [part * PART + 1, (part + 1) * PART]))(
    'B12: nothing is lost, doubled or misplaced in simulations %i to %i',
    (first, last) => {
      let standing = 0;
      for (let seed = first; seed <= last; seed++) standing += simulate(seed).anchors.standing;
      expect(standing).toBeGreaterThan(PART);
    },
  );
});
