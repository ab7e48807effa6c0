import type { Rate } from './limits.ts';

/** A token bucket. Time is handed in, in milliseconds. */
export interface Bucket {
  /** False when there are not enough tokens left; then none are taken. */
  take(tokens: number, now: number): boolean;
}

export function createBucket(rate: Rate, factor = 1): Bucket {
  const burst = rate.burst * factor;
  let tokens = burst;
  let filledAt: number | null = null;
  return {
    take(wanted, now) {
      const elapsed = filledAt === null ? 0 : Math.max(0, now - filledAt);
      tokens = Math.min(burst, tokens + (elapsed / 1000) * rate.perSecond * factor);
      filledAt = now;
      if (tokens < wanted) return false;
      tokens -= wanted;
      return true;
    },
  };
}

/** Large frames cost more to judge, store and pass on. */
const BYTES_PER_TOKEN = 4096;
export const tokensFor = (frameBytes: number): number => 1 + Math.floor(frameBytes / BYTES_PER_TOKEN);
