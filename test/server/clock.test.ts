import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../server/clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the time that is stamped', () => {
  it.each([
    '2026-03-01T09:08:07.006Z',
    '2026-03-01T09:08:07.999Z',
    '2026-03-01T09:08:08.000Z',
    '2026-03-01T09:08:07.050Z',
    '1999-12-31T23:59:59.999Z',
    '2000-02-29T00:00:00.000Z',
  ])('S75: is that of the machine, whichever way it went: %s', (time) => {
    vi.setSystemTime(new Date(time));
    expect(systemClock.now()).toBe(time);
    vi.advanceTimersByTime(1);
    expect(systemClock.now()).toBe(new Date(Date.parse(time) + 1).toISOString());
  });
});
