import type { IsoTime } from '../shared/model/ids.ts';
import type { Clock } from './ports/clock.ts';

/**
 * Longest time until the machine's clock is asked again, in milliseconds. Timers count on while a clock is set, and
 * stand still while a machine sleeps: what is due is at most so late, and never early.
 */
const ASK_AGAIN = 60_000;

/** Milliseconds since 1970 of the second that was asked for last, and its text up to the point. */
let second = Number.NaN;
let text = '';

/** As `Date` writes it: which takes 24 µs of a process that slept before, and every update is stamped. */
function timeNow(): IsoTime {
  const now = Date.now();
  const milliseconds = now % 1000;
  if (now - milliseconds !== second) {
    second = now - milliseconds;
    text = new Date(second).toISOString().slice(0, -'000Z'.length);
  }
  return `${text}${String(milliseconds).padStart(3, '0')}Z` as IsoTime;
}

/** The machine's clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: timeNow,
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
