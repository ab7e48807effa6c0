import type { Direction, ParagraphKind, Run } from '../model/paragraph.ts';
import { pushRun } from '../text/runs.ts';

/** A block as a reader found it, before it is known what it is. */
export interface Block {
  readonly runs: readonly Run[];
  /** What the file itself says it is (a heading style, a list), or null: told from its label and words. */
  readonly kind: ParagraphKind | null;
  /** Level that goes with `kind`; 0 where the kind has none or the file does not say. */
  readonly level: number;
  /** The label that the file gives apart from the text (`12.`, `(a)`, a bullet), or null: it may be printed in the text. */
  readonly label: string | null;
  readonly dir: Direction;
}

export const block = (runs: readonly Run[], more: Partial<Omit<Block, 'runs'>> = {}): Block => ({
  runs,
  kind: null,
  level: 0,
  label: null,
  dir: 'auto',
  ...more,
});

/** The runs without their first characters. `count` in UTF-16 units. */
export function withoutStart(runs: readonly Run[], count: number): Run[] {
  const rest: Run[] = [];
  let left = count;
  for (const run of runs) {
    if (left < run.text.length) rest.push(left === 0 ? run : { ...run, text: run.text.slice(left) });
    left = Math.max(0, left - run.text.length);
  }
  return rest;
}

/** White space that is layout at the ends of a block: what keyboards and converters leave there, no-break spaces not. */
const LAYOUT = ' \t\n\r\f\v';

export function trimLayout(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && LAYOUT.includes(text[start] as string)) start += 1;
  while (end > start && LAYOUT.includes(text[end - 1] as string)) end -= 1;
  return text.slice(start, end);
}

/** The same for runs, joining equal neighbours on the way. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const whole = runs.map((run) => run.text).join('');
  const trimmed = trimLayout(whole);
  let skip = trimmed === '' ? whole.length : whole.indexOf(trimmed);
  let left = trimmed.length;
  const kept: Run[] = [];
  for (const { text, ...marks } of runs) {
    const from = Math.min(skip, text.length);
    const piece = text.slice(from, from + left);
    skip -= from;
    left -= piece.length;
    pushRun(kept, piece, marks);
  }
  return kept;
}
