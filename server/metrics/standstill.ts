import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';

/**
 * Milliseconds between two looks at how late the process is. Each look wakes it: with the 10 of prom-client an idle server
 * was woken a hundred times a second.
 */
const LOOK_EVERY = 50;

/** Milliseconds that looking goes on after somebody asked: five readings at the longest interval in common use. */
const LOOK_FOR = 5 * 60_000;

/** Longest interval that a timer knows, in milliseconds. */
export const NEVER: number = 2 ** 31 - 1;

const NANOSECONDS = 1e9;

/** What is told of the looks since the last reading, in seconds later than due. */
const FIGURES: readonly (readonly [string, string, (looks: IntervalHistogram) => number])[] = [
  ['mean', 'On average', (looks) => looks.mean],
  ['p50', 'Half of the time at most', (looks) => looks.percentile(50)],
  ['p90', '90 % of the time at most', (looks) => looks.percentile(90)],
  ['p99', '99 % of the time at most', (looks) => looks.percentile(99)],
  ['max', 'At most', (looks) => looks.max],
];

export interface Standstill {
  /** Somebody has read the figures: new ones are gathered from now on, and for a while after the last reading. */
  asked(): void;
  isWatched(): boolean;
}

type After = (delay: number, act: () => void) => () => void;

const afterwards: After = (delay, act) => {
  const timer = setTimeout(act, delay);
  timer.unref();
  return () => clearTimeout(timer);
};

/**
 * W5: how long the process keeps everybody waiting because it is busy with something. Looked at only while somebody
 * reads it, so that a server of which nobody asks sleeps.
 */
export function standstillMetrics(registry: Registry, after: After = afterwards): Standstill {
  const looks = monitorEventLoopDelay({ resolution: LOOK_EVERY });
  let stop: (() => void) | null = null;
  for (const [name, words, read] of FIGURES)
    new Gauge({
      name: `nodejs_eventloop_lag_${name}_seconds`,
      help: `${words}, what was due ran so much later, since the last reading.`,
      registers: [registry],
      collect() {
        const seconds = looks.count === 0 ? 0 : read(looks) / NANOSECONDS - LOOK_EVERY / 1_000;
        this.set(Math.max(0, seconds));
      },
    });
  return {
    asked() {
      stop?.();
      looks.reset();
      looks.enable();
      stop = after(LOOK_FOR, () => {
        stop = null;
        looks.disable();
        looks.reset();
      });
    },
    isWatched: () => stop !== null,
  };
}
