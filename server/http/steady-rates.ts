import type { FastifyRateLimitOptions, FastifyRateLimitStore } from '@fastify/rate-limit';

/** Callers counted at a time; beyond them whoever was counted anew longest ago is forgotten. */
const CALLERS = 5_000;

interface Count {
  current: number;
  readonly since: number;
}

/**
 * Counts requests in windows of time that does not jump (S75): by the machine's clock, one that is set back an hour would
 * keep whoever has used up a minute's requests out for an hour. A class, because the plug-in calls for one.
 */
export class SteadyRates implements FastifyRateLimitStore {
  readonly #counts = new Map<string, Count>();
  readonly #now: () => number;

  constructor(_options: Partial<FastifyRateLimitOptions> = {}, now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Counts one request; tells how many there were in this window, and milliseconds until the next one begins. */
  incr(
    key: string,
    callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
    timeWindow: number,
  ): void {
    const now = this.#now();
    let count = this.#counts.get(key);
    if (count === undefined || now - count.since >= timeWindow) {
      this.#counts.delete(key);
      count = { current: 0, since: now };
      this.#counts.set(key, count);
      const [oldest] = this.#counts.keys();
      if (this.#counts.size > CALLERS && oldest !== undefined) this.#counts.delete(oldest);
    }
    count.current += 1;
    callback(null, { current: count.current, ttl: timeWindow - (now - count.since) });
  }

  /** Routes with a limit of their own count for themselves. */
  child(): SteadyRates {
    return new SteadyRates({}, this.#now);
  }
}
