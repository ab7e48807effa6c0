import type { Timers } from '../room/timers.ts';

/**
 * Lets upgrades in one after another, as fast as they go, but never so long at a stretch that those inside wait (R38).
 * After `slice` milliseconds whatever else has arrived comes first.
 */
export interface Turnstile {
  /** False when too many wait already. `enter` must not throw; `turnAway` is called instead of it after `close`. */
  queue(enter: () => Promise<void>, turnAway: () => void): boolean;
  readonly waiting: number;
  /** Turns away all who wait, and whoever comes later. */
  close(): void;
}

interface Waiting {
  readonly enter: () => Promise<void>;
  readonly turnAway: () => void;
}

export function createTurnstile(
  limits: { readonly waiting: number; readonly atOnce: number; readonly slice: number },
  timers: Pick<Timers, 'now' | 'soon'>,
): Turnstile {
  let line: Waiting[] = [];
  let next = 0;
  let atWork = 0;
  let since = Number.NEGATIVE_INFINITY;
  let closed = false;
  let turn: Promise<void> | null = null;

  const nextTurn = (): Promise<void> => {
    turn ??= new Promise((resolve) =>
      timers.soon(() => {
        turn = null;
        since = timers.now();
        resolve();
      }),
    );
    return turn;
  };

  const work = async (): Promise<void> => {
    atWork += 1;
    for (;;) {
      // Looked at again after waking: all who wake in one turn share its slice.
      while (timers.now() - since >= limits.slice) await nextTurn();
      const first = line[next];
      if (first === undefined) break;
      next += 1;
      if (next === line.length) {
        line = [];
        next = 0;
      }
      await first.enter();
    }
    atWork -= 1;
  };

  return {
    queue(enter, turnAway) {
      if (closed || line.length - next >= limits.waiting) return false;
      line.push({ enter, turnAway });
      if (atWork < limits.atOnce) void work();
      return true;
    },
    get waiting() {
      return line.length - next;
    },
    close() {
      closed = true;
      const left = line.slice(next);
      line = [];
      next = 0;
      for (const { turnAway } of left) turnAway();
    },
  };
}
