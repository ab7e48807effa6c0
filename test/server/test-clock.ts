import type { Clock } from '../../server/ports/clock.ts';
import type { IsoTime } from '../../shared/model/ids.ts';

/** A clock that stands still until a test turns it; each reading is a millisecond later, so that order shows. */
export interface TestClock extends Clock {
  /** Moves on by `ms` and runs what became due. */
  turn(ms: number): void;
  /** Moves on by `ms` as a busy machine does: what became due has not run yet. */
  skip(ms: number): void;
}

export function createTestClock(start = '2026-10-01T09:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  let waiting: { readonly time: number; readonly act: () => void }[] = [];
  return {
    now: () => {
      now += 1;
      return new Date(now).toISOString() as IsoTime;
    },
    at(time, act) {
      const timer = { time: Date.parse(time), act };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
    skip(ms) {
      now += ms;
    },
    turn(ms) {
      now += ms;
      const due = waiting.filter(({ time }) => time <= now);
      waiting = waiting.filter(({ time }) => time > now);
      for (const { act } of due) act();
    },
  };
}
