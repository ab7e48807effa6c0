import type { Stretch } from './heard-cache.ts';

/** What one receiver has of every writer: a gap is a lost update, a repetition a doubled one. */
export interface Ledger {
  /**
   * Books a stretch as it arrives and answers the first clock of it that is new; `end` when none is.
   * `whole`: it comes with all that was asked for, which may repeat what was had.
   */
  take(stretch: Stretch, whole: boolean): number;
  /** Clock behind the last that was received of a writer without a gap before it. */
  has(writer: number): number;
  /** How many clocks below `ends` (by writer) have not arrived. */
  missing(ends: readonly number[]): number;
  /** Clocks that arrived although earlier ones of their writer had not. */
  readonly gaps: number;
  /** Clocks that arrived again in an update. */
  readonly doubled: number;
}

export function createLedger(writers: number): Ledger {
  const next = new Float64Array(writers);
  let gaps = 0;
  let doubled = 0;
  return {
    take({ writer, start, end }, whole) {
      const expected = next[writer] as number;
      if (start > expected) {
        gaps += end - start;
        return end;
      }
      if (!whole && start < expected) doubled += Math.min(expected, end) - start;
      if (end <= expected) return end;
      next[writer] = end;
      return expected;
    },
    has: (writer) => next[writer] as number,
    missing(ends) {
      let missing = 0;
      for (const [writer, end] of ends.entries()) missing += Math.max(0, end - (next[writer] as number));
      return missing;
    },
    get gaps() {
      return gaps;
    },
    get doubled() {
      return doubled;
    },
  };
}
