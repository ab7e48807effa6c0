import type { Clock } from '../../server/ports/clock.ts';
import type { IsoTime } from '../../shared/model/ids.ts';

/** A clock that stands still until a test turns it; each reading is a millisecond later, so that order shows. */
export interface TestClock extends Clock {
  /** Moves on by `ms` and runs what became due. */
  turn(ms: number): void;
  /** Moves on by `ms` as a busy machine does: what became due has not run yet. */
  skip(ms: number): void;
  /** Jumps, back with a negative `ms`, as a clock does that is set. What waits for a length of time waits on as long. */
  jump(ms: number): void;
}

export function createTestClock(start = '2026-10-01T09:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  let waiting: { time: number; readonly act: () => void; readonly lasts: boolean }[] = [];
  const wait = (time: number, act: () => void, lasts: boolean): (() => void) => {
    const timer = { time, act, lasts };
    waiting.push(timer);
    return () => {
      waiting = waiting.filter((other) => other !== timer);
    };
  };
  return {
    now: () => {
      now += 1;
      return new Date(now).toISOString() as IsoTime;
    },
    at: (time, act) => wait(Date.parse(time), act, false),
    after: (ms, act) => wait(now + ms, act, true),
    skip(ms) {
      now += ms;
    },
    jump(ms) {
      now += ms;
      for (const timer of waiting) if (timer.lasts) timer.time += ms;
    },
    turn(ms) {
      now += ms;
      const due = waiting.filter(({ time }) => time <= now);
      waiting = waiting.filter(({ time }) => time > now);
      for (const { act } of due) act();
    },
  };
}
