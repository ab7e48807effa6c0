import type { Counters } from '../ports/counters.ts';
import type { Journal } from '../ports/journal.ts';
import type { CheckpointWatch } from './sqlite/checkpoints.ts';

/** S80: counts checkpoints, and tells the operator of those that failed: the write-ahead log grows until one succeeds. */
export const watchCheckpoints = (counters: Counters, report: Journal['error']): CheckpointWatch => ({
  checkpointed() {
    counters.checkpoints += 1;
  },
  checkpointFailed(error) {
    counters.checkpointsFailed += 1;
    report('the write-ahead log could not be brought into the database', error);
  },
});
