/**
 * How long a thread waits for the next job before it ends, in milliseconds. It holds 15 MB and what it merged last, and
 * another takes 50 ms of processor to start: a busy room brings a log every half minute.
 */
const SHORT = 500;

/**
 * Where a thread was needed again so soon after its end, the next waits as long. With a thousand rooms the write-ahead log
 * is full every 3.5 s, and a thread for each was some 6 % of all processor time.
 */
const LONG = 5_000;

/** How long an idle thread stays: as long as experience says that it is worth. */
export interface Patience {
  /** A thread starts. */
  started(): void;
  /** It was asked to end. */
  ended(): void;
  /** For how long the one that runs waits for its next job. */
  milliseconds(): number;
}

/** All in milliseconds; `now` is a clock that does not jump. */
export function createPatience(
  short = SHORT,
  long = LONG,
  now: () => number = () => performance.now(),
): Patience {
  let endedAt = Number.NEGATIVE_INFINITY;
  let current = short;
  return {
    started() {
      current = now() - endedAt <= long ? long : short;
    },
    ended() {
      endedAt = now();
    },
    milliseconds: () => current,
  };
}
