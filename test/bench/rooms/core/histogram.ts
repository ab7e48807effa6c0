/** Counts durations in milliseconds in buckets that are 1/64 of their own size wide, so a percentile errs by 1.6 %. */
export interface Histogram {
  record(milliseconds: number, times?: number): void;
  /** The duration that `share` (0 to 1) of all recorded ones do not exceed; NaN when there are none. */
  percentile(share: number): number;
  /** How many were recorded above so many milliseconds, to the width of a bucket. */
  above(milliseconds: number): number;
  readonly count: number;
  readonly max: number;
}

/** Smallest duration told apart, in milliseconds. */
const UNIT = 0.01;
/** Buckets for each doubling. */
const STEPS = 64;
/** Doublings above `UNIT * STEPS`: up to about 11 minutes. */
const DOUBLINGS = 20;

export function createHistogram(): Histogram {
  const buckets = new Uint32Array(STEPS * (DOUBLINGS + 1));
  let count = 0;
  let max = 0;
  return {
    record(milliseconds, times = 1) {
      const bucket = bucketOf(milliseconds);
      buckets[bucket] = (buckets[bucket] as number) + times;
      count += times;
      if (milliseconds > max) max = milliseconds;
    },
    percentile(share) {
      if (count === 0) return Number.NaN;
      const wanted = Math.max(1, Math.ceil(count * share));
      let passed = 0;
      for (const [bucket, times] of buckets.entries()) {
        passed += times;
        if (passed >= wanted) return Math.min(max, upperEnd(bucket));
      }
      return max;
    },
    above(milliseconds) {
      let found = 0;
      for (let bucket = bucketOf(milliseconds) + 1; bucket < buckets.length; bucket += 1)
        found += buckets[bucket] as number;
      return found;
    },
    get count() {
      return count;
    },
    get max() {
      return max;
    },
  };
}

/** Linear below STEPS units, then STEPS buckets for each doubling. */
function bucketOf(milliseconds: number): number {
  const units = Math.max(0, milliseconds) / UNIT;
  if (units < STEPS) return Math.floor(units);
  const doubling = Math.min(DOUBLINGS - 1, Math.floor(Math.log2(units / STEPS)));
  const within = Math.floor((units / 2 ** doubling - STEPS) % STEPS);
  return Math.min(STEPS * (DOUBLINGS + 1) - 1, STEPS * (doubling + 1) + within);
}

function upperEnd(bucket: number): number {
  if (bucket < STEPS) return (bucket + 1) * UNIT;
  const doubling = Math.floor(bucket / STEPS) - 1;
  return (STEPS + (bucket % STEPS) + 1) * 2 ** doubling * UNIT;
}

/** The middle one of several figures; of an even number, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
