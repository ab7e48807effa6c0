import { describe, expect, it } from 'vitest';
import { createPatience } from '../../../server/store/sqlite/patience.ts';

const SHORT = 500;
const LONG = 5_000;

/** The waits of threads that each start so many milliseconds after the end of the one before. */
function waits(pauses: readonly number[]): number[] {
  let now = 0;
  const patience = createPatience(SHORT, LONG, () => now);
  return pauses.map((pause) => {
    now += pause;
    patience.started();
    now += 1_000;
    patience.ended();
    return patience.milliseconds();
  });
}

describe('how long the thread waits', () => {
  it.each([
    ['the first', [0], [SHORT]],
    ['one that is needed again soon', [0, 3_500], [SHORT, LONG]],
    ['one that is needed at the end of that time', [0, LONG], [SHORT, LONG]],
    ['one that is needed later', [0, LONG + 1], [SHORT, SHORT]],
    ['after a busy time', [0, 3_500, 100, 60_000], [SHORT, LONG, LONG, SHORT]],
  ])('S62: %s', (_case, pauses, expected) => {
    expect(waits(pauses)).toEqual(expected);
  });
});
