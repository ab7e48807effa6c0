import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenRested } from '../../../client/ui/when-rested.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('R58: what is done when a stream of changes rests', () => {
  it('R58: is done once, after the rest', () => {
    const act = vi.fn();
    const rested = whenRested(act, 300, 2_000);
    rested.again();
    vi.advanceTimersByTime(200);
    rested.again();
    vi.advanceTimersByTime(299);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(act).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(5_000);
    expect(act).toHaveBeenCalledOnce();
  });

  it('R58: is done all the same where there is no rest', () => {
    const act = vi.fn();
    const rested = whenRested(act, 300, 2_000);
    for (let ms = 0; ms < 10_000; ms += 40) {
      rested.again();
      vi.advanceTimersByTime(40);
    }
    expect(act.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(act.mock.calls.length).toBeLessThanOrEqual(5);
  });

  it('R58: is not done once it was called off', () => {
    const act = vi.fn();
    const rested = whenRested(act, 300, 2_000);
    rested.again();
    rested.stop();
    vi.advanceTimersByTime(5_000);
    expect(act).not.toHaveBeenCalled();
  });
});
