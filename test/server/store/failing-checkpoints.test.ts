import { describe, expect, it } from 'vitest';
import { createCounters } from '../../../server/ports/counters.ts';
import { createCheckpoints } from '../../../server/store/sqlite/checkpoints.ts';
import { watchCheckpoints } from '../../../server/store/watch-checkpoints.ts';

describe('checkpoints', () => {
  it('S80: one that fails is counted and told, and tried again when the log has grown further', async () => {
    const counters = createCounters();
    const reports: unknown[] = [];
    const failure = new Error('no room');
    const size = 20 * 1024 * 1024;
    let tried = 0;
    const checkpoints = createCheckpoints(
      { size: () => size },
      async () => {
        tried += 1;
        throw failure;
      },
      (work) => work(),
      watchCheckpoints(counters, (...said) => reports.push(said)),
    );
    checkpoints.look(size);
    await new Promise((resolve) => setImmediate(resolve));
    checkpoints.look(size + 1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(tried).toBe(1);
    checkpoints.look(size * 2);
    await new Promise((resolve) => setImmediate(resolve));
    expect([tried, counters.checkpoints, counters.checkpointsFailed]).toEqual([2, 0, 2]);
    const told = ['the write-ahead log could not be brought into the database', failure];
    expect(reports).toEqual([told, told]);
  });
});
