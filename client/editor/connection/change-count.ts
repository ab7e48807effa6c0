/** Writing that pauses for less than this (milliseconds) counts as one change, as undo groups it. */
export const PAUSE = 1000;

/** How many changes people would count: bursts of writing, not keystrokes. `times` in milliseconds, rising. */
export const countChanges = (times: readonly number[]): number =>
  times.filter((time, i) => i === 0 || time - (times[i - 1] as number) > PAUSE).length;
