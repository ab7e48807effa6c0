import { describe, expect, it } from 'vitest';
import { createHistogram, median } from '../../bench/rooms/core/histogram.ts';
import { createLedger } from '../../bench/rooms/core/ledger.ts';
import { createSentTimes } from '../../bench/rooms/core/sent-times.ts';
import { createRandom } from '../../sim/random.ts';

describe('the histogram of the bench', () => {
  it('errs by less than two percent from 0.01 ms to minutes', () => {
    const random = createRandom(7);
    const times = Array.from({ length: 5000 }, () => 0.01 * 10 ** (random.next() * 7)).sort((a, b) => a - b);
    const histogram = createHistogram();
    for (const time of times) histogram.record(time);
    for (const share of [0.01, 0.5, 0.95, 0.99, 1]) {
      const exact = times[Math.ceil(times.length * share) - 1] as number;
      const told = histogram.percentile(share);
      expect(told / exact, `share ${share}`).toBeGreaterThan(0.98);
      expect(told - exact, `share ${share}`).toBeLessThan(exact * 0.02 + 0.011);
    }
    expect(histogram.max).toBe(times.at(-1));
    expect(histogram.count).toBe(5000);
  });

  it('counts what lies above a duration', () => {
    const histogram = createHistogram();
    histogram.record(1, 10);
    histogram.record(2000, 3);
    expect(histogram.above(1000)).toBe(3);
    expect(histogram.above(3000)).toBe(0);
  });

  it('has no percentile of nothing', () => {
    expect(createHistogram().percentile(0.5)).toBeNaN();
  });

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[], Number.NaN],
  ])('the median of %j is %d', (figures, expected) => {
    expect(median(figures)).toBe(expected);
  });
});

describe('the ledger of the bench', () => {
  it('misses nothing when stretches follow each other', () => {
    const ledger = createLedger(2);
    expect(ledger.take({ writer: 0, start: 0, end: 3 }, false)).toBe(0);
    expect(ledger.take({ writer: 0, start: 3, end: 4 }, false)).toBe(3);
    expect(ledger.missing([4, 0])).toBe(0);
    expect([ledger.gaps, ledger.doubled]).toEqual([0, 0]);
  });

  it('counts a lost update, until a difference brings it', () => {
    const ledger = createLedger(1);
    ledger.take({ writer: 0, start: 0, end: 2 }, false);
    ledger.take({ writer: 0, start: 3, end: 5 }, false);
    expect(ledger.gaps).toBe(2);
    expect(ledger.missing([5])).toBe(3);
    expect(ledger.take({ writer: 0, start: 2, end: 5 }, false)).toBe(2);
    expect(ledger.missing([5])).toBe(0);
  });

  it('counts a doubled update, but not what a whole answer repeats', () => {
    const ledger = createLedger(1);
    ledger.take({ writer: 0, start: 0, end: 4 }, false);
    expect(ledger.take({ writer: 0, start: 0, end: 4 }, true)).toBe(4);
    expect(ledger.doubled).toBe(0);
    ledger.take({ writer: 0, start: 2, end: 6 }, false);
    expect(ledger.doubled).toBe(2);
    expect(ledger.has(0)).toBe(6);
  });
});

it('sent times tell untimed clocks apart', () => {
  const times = createSentTimes(1);
  expect(times.at(0, 5)).toBeNaN();
  times.note(0, 100, 12);
  times.note(0, 101, 13);
  expect([times.at(0, 99), times.at(0, 100), times.at(0, 101), times.at(0, 102)]).toEqual([
    Number.NaN,
    12,
    13,
    Number.NaN,
  ]);
});
