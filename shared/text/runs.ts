import type { Marks, Run } from '../model/paragraph.ts';
import { sameMarks } from './marks.ts';

/** Adds characters to runs, joining equal neighbours. A newline reads as a space. */
export function pushRun(runs: Run[], text: string, marks: Marks): void {
  if (text === '') return;
  const clean = text.replace(/[\n\r]/g, ' ');
  const last = runs.at(-1);
  if (last !== undefined && sameMarks(last, marks))
    runs[runs.length - 1] = { ...last, text: last.text + clean };
  else runs.push({ text: clean, ...marks });
}
