/** Scheduling as the rooms see it, so that simulations can run it on a clock of their own. Milliseconds throughout. */
export interface Timers {
  /** Milliseconds from some fixed moment, never going back. */
  now(): number;
  /** Runs `act` after the frames that have already arrived. */
  soon(act: () => void): void;
  /** Runs `act` once after `delay`; answers a function that cancels it. */
  after(delay: number, act: () => void): () => void;
}

/** Node's own timers. They do not keep the process alive: the listening socket does. */
export const systemTimers: Timers = {
  now: () => performance.now(),
  soon: (act) => {
    setImmediate(act);
  },
  after: (delay, act) => {
    const timer = setTimeout(act, delay);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
