import type { IsoTime } from '../shared/model/ids.ts';
import type { Clock } from './ports/clock.ts';

/**
 * Longest time until the machine's clock is asked again, in milliseconds. Timers count on while a clock is set, and
 * stand still while a machine sleeps: what is due is at most so late, and never early.
 */
const ASK_AGAIN = 60_000;

/** The machine's clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => new Date().toISOString() as IsoTime,
  at(time, act) {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const left = Date.parse(time) - Date.now();
      timer = left > 0 ? setTimeout(wait, Math.min(left, ASK_AGAIN)) : setTimeout(act, 0);
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
  after(ms, act) {
    const timer = setTimeout(act, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
