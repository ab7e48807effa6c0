import type { Run } from '../../../shared/model/paragraph.ts';
import type { TextMark } from '../../ui/text-surface.ts';

/** A stretch of a paragraph on which the same things were said. */
export interface MarkedStretch {
  readonly runs: readonly Run[];
  readonly marks: readonly TextMark[];
}

/** Cuts a paragraph's runs where marks begin and end. Joined, the stretches are the paragraph, letter for letter. */
export function markedRuns(runs: readonly Run[], marks: readonly TextMark[]): MarkedStretch[] {
  const cuts = new Set<number>(marks.flatMap(({ start, end }) => [start, end]));
  const stretches: { runs: Run[]; marks: readonly TextMark[] }[] = [];
  let at = 0;
  let open: { runs: Run[]; marks: readonly TextMark[] } | null = null;
  for (const run of runs) {
    let from = 0;
    while (from < run.text.length) {
      if (open === null || cuts.has(at)) {
        const here = at;
        open = { runs: [], marks: marks.filter(({ start, end }) => start <= here && here < end) };
        stretches.push(open);
      }
      let until = from + 1;
      while (until < run.text.length && !cuts.has(at + until - from)) until += 1;
      open.runs.push({ ...run, text: run.text.slice(from, until) });
      at += until - from;
      from = until;
    }
  }
  return stretches;
}
