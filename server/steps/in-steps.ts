import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../../shared/model/steps.ts';

/** How long steps follow one another, in ms: a keystroke of somebody else waits no longer than this and one step. */
const STRETCH = 8;

/** Others have their turn between two pieces of work that are no steps of one. */
export const giveWay = (): Promise<void> => setImmediate();

/**
 * Takes the steps of long work on the main thread and gives way every few milliseconds. What the work reads may change
 * between steps: take what is needed out of it in the first one.
 */
export async function inSteps<Value>(steps: Steps<Value>): Promise<Value> {
  for (;;) {
    const until = performance.now() + STRETCH;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < until);
    await giveWay();
  }
}
