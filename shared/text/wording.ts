import type { Run } from '../model/paragraph.ts';
import type { Wording } from '../model/proposal.ts';
import { levelFor } from './level.ts';
import { readMarks, sameMarks } from './marks.ts';
import { pushRun } from './runs.ts';

/** Wording as a text would hold it: level in its kind's range, known marks, safe links, equal neighbours joined. */
export function normalWording({ kind, level, runs }: Wording): Wording {
  const clean: Run[] = [];
  for (const { text, ...marks } of runs) pushRun(clean, text, readMarks(marks));
  return { kind, level: levelFor(kind, level), runs: clean };
}

const sameRuns = (a: readonly Run[], b: readonly Run[]): boolean =>
  a.length === b.length && a.every((run, k) => run.text === b[k]?.text && sameMarks(run, b[k] as Run));

/** Whether two wordings say and show the same. Both must be normal. */
export const sameWording = (a: Wording, b: Wording): boolean =>
  a.kind === b.kind && a.level === b.level && sameRuns(a.runs, b.runs);
