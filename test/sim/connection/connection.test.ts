import { describe, expect, it } from 'vitest';
import { SEED, seeds } from '../../seeded.ts';
import { createRandom } from '../random.ts';
import { run } from './run.ts';

const SEEDS = seeds(40, 2_000);
const STEPS = 120;

describe('three people with bad lines and a text that is frozen now and then', () => {
  it(`R43, R48: lose no word and double none (${SEEDS} seeds from ${SEED})`, async () => {
    let putBack = 0;
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const outcome = await run(createRandom(seed), STEPS);
      const wrong = outcome.written.filter((word) => countOf(outcome.text, word) !== 1);
      expect(wrong, `seed ${seed}: words missing or doubled in ${outcome.text}`).toEqual([]);
      for (const shown of outcome.shown) expect(shown, `seed ${seed}: shown`).toBe(outcome.text);
      expect(outcome.left, `seed ${seed}: left on the devices`).toBe(0);
      putBack += outcome.putBack;
    }
    // The simulation proves something only if words were in fact kept and put back.
    expect(putBack).toBeGreaterThan(0);
  });
});

/** How often `word` stands in `text` as a word of its own (`w1.` is not part of `w11.`, but of `w2.w1.`). */
const countOf = (text: string, word: string): number =>
  text.split(/(?<=\.)/).filter((part) => part === word).length;
