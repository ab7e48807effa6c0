import type { IsoTime } from '../../shared/model/ids.ts';

/** Time as the server stamps it, and timers, so that tests can turn the clock. */
export interface Clock {
  now(): IsoTime;
  /** Runs `act` once at or after `time`, as the clock tells it then; answers a function that cancels it. */
  at(time: IsoTime, act: () => void): () => void;
  /** Runs `act` once after so many milliseconds, wherever the clock jumps meanwhile; answers a function that cancels it. */
  after(ms: number, act: () => void): () => void;
}
