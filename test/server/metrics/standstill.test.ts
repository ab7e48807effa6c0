import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { standstillMetrics } from '../../../server/metrics/standstill.ts';
import { createTestTimers } from '../room/test-timers.ts';

describe('how long the process stands still', () => {
  it('W5: is looked at from the first reading until 5 minutes after the last', async () => {
    const timers = createTestTimers();
    const standstill = standstillMetrics(new Registry(), timers.after);
    expect(standstill.isWatched()).toBe(false);
    standstill.asked();
    await timers.advance(4 * 60_000);
    standstill.asked();
    await timers.advance(4 * 60_000);
    expect(standstill.isWatched()).toBe(true);
    await timers.advance(60_000);
    expect(standstill.isWatched()).toBe(false);
    expect(timers.waiting()).toBe(0);
  });

  it('W5: is told as 0 as long as nobody has looked', async () => {
    const registry = new Registry();
    standstillMetrics(registry, createTestTimers().after);
    const text = await registry.metrics();
    for (const name of ['mean', 'p50', 'p90', 'p99', 'max'])
      expect(text).toContain(`\nnodejs_eventloop_lag_${name}_seconds 0\n`);
  });
});
