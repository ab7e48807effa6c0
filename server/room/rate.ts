import type { Rate } from './limits.ts';

/** A token bucket. Time is handed in, in milliseconds. */
export interface Bucket {
  /** False when there are not enough tokens left; then none are taken. */
  take(tokens: number, now: number): boolean;
  /** How many tokens are left. */
  left(now: number): number;
}

export function createBucket(rate: Rate, factor = 1): Bucket {
  const burst = rate.burst * factor;
  let tokens = burst;
  let filledAt: number | null = null;
  const fill = (now: number): void => {
    const elapsed = filledAt === null ? 0 : Math.max(0, now - filledAt);
    tokens = Math.min(burst, tokens + (elapsed / 1000) * rate.perSecond * factor);
    filledAt = now;
  };
  return {
    left(now) {
      fill(now);
      return tokens;
    },
    take(wanted, now) {
      fill(now);
      if (tokens < wanted) return false;
      tokens -= wanted;
      return true;
    },
  };
}

/** Large frames cost more to judge, store and pass on. */
const BYTES_PER_TOKEN = 4096;
export const tokensFor = (frameBytes: number): number => 1 + Math.floor(frameBytes / BYTES_PER_TOKEN);
