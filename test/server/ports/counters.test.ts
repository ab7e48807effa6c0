import { describe, expect, it } from 'vitest';
import { addTo, countClosing, createCounters } from '../../../server/ports/counters.ts';

describe('counters', () => {
  it('W1: a value counts in the first bucket that holds it, and in the last above all bounds', () => {
    const { windowEntries } = createCounters();
    for (const value of [1, 4, 5, 4_096, 4_097]) addTo(windowEntries, value);
    expect(windowEntries.counts).toEqual([1, 1, 1, 0, 0, 0, 1, 1]);
    expect(windowEntries.sum).toBe(1 + 4 + 5 + 4_096 + 4_097);
  });

  it('W1: closings count by code and reason; past the bound, new reasons count together', () => {
    const counters = createCounters();
    for (let k = 0; k < 500; k += 1) countClosing(counters, 4429, `reason ${k}`);
    countClosing(counters, 4429, 'reason 0');
    expect(counters.closings.get('4429 reason 0')).toBe(2);
    expect(counters.closings.size).toBe(129);
    expect([...counters.closings.values()].reduce((sum, n) => sum + n, 0)).toBe(501);
  });
});
