import { compareTexts } from '../../shared/compare/compare-texts.ts';
import type { ComparableBlock } from '../../shared/compare/comparison.ts';
import type { Comparisons } from '../ports/comparisons.ts';
import type { CompareAnswer, CompareJob } from './compare-job.ts';
import { startCompareWorker } from './start-worker.ts';
import { createThread } from './thread.ts';

/** Time for one comparison. Two texts of 90,000 words that have nothing in common take two seconds on a busy machine. */
const MOST_MILLISECONDS = 60_000;

/** How long the thread waits for the next texts: whoever prepares a version asks again and again. */
const IDLE_MILLISECONDS = 90_000;

/** Characters of both texts together that are compared at once: some milliseconds, less than a thread takes to start. */
const SMALL = 10_000;

const lengthOf = (blocks: readonly ComparableBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0);

/** W21: long texts are compared in a thread of their own, one pair after the other. */
export function createComparisons(small = SMALL): Comparisons {
  const thread = createThread<CompareJob, CompareAnswer>({
    start: startCompareWorker,
    mostMilliseconds: MOST_MILLISECONDS,
    idleMilliseconds: IDLE_MILLISECONDS,
  });
  return {
    async compare(from, to) {
      if (lengthOf(from) + lengthOf(to) <= small) return compareTexts(from, to);
      const answer = await thread.ask({ from, to });
      if ('comparison' in answer) return answer.comparison;
      throw Object.assign(new Error('a comparison failed'), { stack: answer.bug });
    },
  };
}
