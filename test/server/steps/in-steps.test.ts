import { describe, expect, it } from 'vitest';
import { inSteps } from '../../../server/steps/in-steps.ts';
import type { Steps } from '../../../shared/model/steps.ts';

/** Longer than steps may follow one another. */
const LONG = 9;

describe('long work on the main thread', () => {
  it('H24: gives way between its steps, and answers what they come to', async () => {
    let turns = 0;
    let working = true;
    const others = (): void => {
      turns += 1;
      if (working) setImmediate(others);
    };
    setImmediate(others);
    const seen: number[] = [];
    function* work(): Steps<string> {
      for (let step = 0; step < 4; step += 1) {
        seen.push(turns);
        for (const until = performance.now() + LONG; performance.now() < until; );
        yield;
      }
      return 'done';
    }
    expect(await inSteps(work())).toBe('done');
    working = false;
    expect(new Set(seen).size).toBe(4);
  });

  it('H24: an error in a step is the error of the work', async () => {
    const broken = inSteps(
      (function* work(): Steps<never> {
        yield;
        throw new Error('broken');
      })(),
    );
    await expect(broken).rejects.toThrow('broken');
  });
});
