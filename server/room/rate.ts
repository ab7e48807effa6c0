import type { Rate } from './limits.ts';

/** A token bucket. Time is handed in, in milliseconds. */
export interface Bucket {
  /** False when there are not enough tokens left; then none are taken. */
  take(tokens: number, now: number): boolean;
  /** How many tokens are left. */
  left(now: number): number;
  /** Puts tokens back that were taken. */
  give(tokens: number, now: number): void;
}

export const createBucket = (rate: Rate, factor = 1): Bucket => new TokenBucket(rate, factor);

/** A class, because each socket has two: closures with what they share took 320 bytes. */
class TokenBucket implements Bucket {
  private readonly burst: number;
  private readonly perSecond: number;
  private tokens: number;
  private filledAt: number | null = null;

  constructor({ burst, perSecond }: Rate, factor: number) {
    this.burst = burst * factor;
    this.perSecond = perSecond * factor;
    this.tokens = this.burst;
  }

  left(now: number): number {
    const elapsed = this.filledAt === null ? 0 : Math.max(0, now - this.filledAt);
    this.tokens = Math.min(this.burst, this.tokens + (elapsed / 1000) * this.perSecond);
    this.filledAt = now;
    return this.tokens;
  }

  take(wanted: number, now: number): boolean {
    if (this.left(now) < wanted) return false;
    this.tokens -= wanted;
    return true;
  }

  give(tokens: number, now: number): void {
    this.tokens = Math.min(this.burst, this.left(now) + tokens);
  }
}

/** Large frames cost more to judge, store and pass on. */
const BYTES_PER_TOKEN = 4096;
export const tokensFor = (frameBytes: number): number => 1 + Math.floor(frameBytes / BYTES_PER_TOKEN);
