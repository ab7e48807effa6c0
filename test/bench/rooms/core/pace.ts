import type { Random } from '../../../sim/random.ts';

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds between two looks at a condition. */
const LOOK_EVERY = 5;

/** Waits until a condition holds; false when it does not within `patience` milliseconds. */
export async function until(holds: () => boolean, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (!holds()) {
    if (performance.now() > deadline) return false;
    await pause(LOOK_EVERY);
  }
  return true;
}

/**
 * Lets each of `actors` act `perSecond` times a second for so many seconds, at moments of its own: the times between
 * two acts of one are spread evenly from half to one and a half of the mean. Answers how often anybody acted. When the
 * process is late, what was missed is made up at once, so the load is not eased by a slow client.
 */
export async function paced(
  actors: readonly (() => void)[],
  perSecond: number,
  seconds: number,
  random: Random,
): Promise<number> {
  const mean = 1000 / perSecond;
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const due = actors.map(() => begun + random.next() * mean);
  let acted = 0;
  for (;;) {
    const now = performance.now();
    let next = end;
    for (const [k, act] of actors.entries()) {
      let at = due[k] as number;
      while (at <= now && at < end) {
        act();
        acted += 1;
        at += mean * (0.5 + random.next());
      }
      due[k] = at;
      if (at < next) next = at;
    }
    if (now >= end) return acted;
    const wait = next - performance.now();
    // A timer is a millisecond late at best; below that the turn of the loop is the pace.
    if (wait > 1) await pause(Math.floor(wait));
    else await new Promise((resolve) => setImmediate(resolve));
  }
}
