/** Something done once a stream of changes rests. */
export interface WhenRested {
  /** Something changed. */
  again(): void;
  stop(): void;
}

/**
 * Calls `act` when nothing changed for `rest` ms, but at the latest `longest` ms after the first change: where twenty
 * people type there is no rest for an hour, and what waits for one would never be done.
 */
export function whenRested(act: () => void, rest: number, longest: number): WhenRested {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  const due = (): void => {
    since = null;
    act();
  };
  return {
    again() {
      const now = Date.now();
      since ??= now;
      clearTimeout(timer);
      timer = setTimeout(due, Math.min(rest, Math.max(0, since + longest - now)));
    },
    stop() {
      clearTimeout(timer);
      since = null;
    },
  };
}
