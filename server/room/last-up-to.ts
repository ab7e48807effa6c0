/** Index of the last entry that does not begin behind `clock`; -1 without one. */
export function lastUpTo<Entry>(
  entries: readonly Entry[],
  clock: number,
  clockOf: (entry: Entry) => number,
): number {
  let low = 0;
  let high = entries.length - 1;
  if (high >= 0 && clockOf(entries[high] as Entry) <= clock) return high;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (clockOf(entries[middle] as Entry) <= clock) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** The same among clocks. */
export function lastNumberUpTo(clocks: readonly number[], clock: number): number {
  let low = 0;
  let high = clocks.length - 1;
  if (high >= 0 && (clocks[high] as number) <= clock) return high;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((clocks[middle] as number) <= clock) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
