import type { IsoTime } from '../shared/model/ids.ts';
import type { Clock } from './ports/clock.ts';

/** Longest time a timer of Node waits, in milliseconds: 2^31 - 1. Longer ones are set again. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** The machine's clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => new Date().toISOString() as IsoTime,
  at(time, act) {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const left = Date.parse(time) - Date.now();
      timer = left > LONGEST_WAIT ? setTimeout(wait, LONGEST_WAIT) : setTimeout(act, Math.max(0, left));
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};
