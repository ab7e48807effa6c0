import type { Run } from '../model/paragraph.ts';

/** Anchored words of one paragraph. Offsets are UTF-16 units of its plain text, half-open. */
export interface AnchoredRange {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of a run on which the same anchors lie. Joined, the pieces of a paragraph give its runs back. */
export interface CutRun {
  readonly run: Run;
  /** Ids of the anchors that lie on it, in the order in which they were given. Empty: none. */
  readonly anchors: readonly string[];
  /** Anchors that begin or end at this piece's edges: where a reader is told of them. */
  readonly begins: readonly string[];
  readonly ends: readonly string[];
}

/** Cuts a paragraph's runs where anchored words begin and end, so that each piece can be marked as a whole. */
export function cutRuns(runs: readonly Run[], ranges: readonly AnchoredRange[]): CutRun[] {
  const length = runs.reduce((sum, { text }) => sum + text.length, 0);
  const inside = ranges
    .map((range) => ({ ...range, start: Math.max(0, range.start), end: Math.min(length, range.end) }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set(inside.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const pieces: CutRun[] = [];
  let at = 0;
  let next = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    let from = at;
    while (from < end) {
      while (next < cuts.length && (cuts[next] as number) <= from) next += 1;
      const to = Math.min(end, cuts[next] ?? end);
      const on = inside.filter((range) => range.start < to && range.end > from);
      pieces.push({
        run: { ...run, text: run.text.slice(from - at, to - at) },
        anchors: on.map(({ id }) => id),
        begins: on.filter(({ start }) => start === from).map(({ id }) => id),
        ends: on.filter((range) => range.end === to).map(({ id }) => id),
      });
      from = to;
    }
    at = end;
  }
  return pieces;
}
