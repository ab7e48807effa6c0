/** When each clock of each writer was handed to its socket: `performance.now()` of this process. */
export interface SentTimes {
  note(writer: number, clock: number, at: number): void;
  /** NaN for a clock that is not timed. */
  at(writer: number, clock: number): number;
}

export function createSentTimes(writers: number): SentTimes {
  const times = Array.from({ length: writers }, () => ({ from: -1, at: [] as number[] }));
  return {
    note(writer, clock, at) {
      const mine = times[writer];
      if (mine === undefined) throw new Error(`there is no writer ${writer}`);
      if (mine.from < 0) mine.from = clock;
      mine.at[clock - mine.from] = at;
    },
    at(writer, clock) {
      const mine = times[writer];
      return mine?.at[clock - mine.from] ?? Number.NaN;
    },
  };
}
