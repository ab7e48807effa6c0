import { lettersValue, romanValue } from '../text/ordinals.ts';

/** A small letter or roman numeral as printed: `(a)`, `ii)`, `c.`, taken apart. */
interface SmallLabel {
  readonly stem: string;
  /** Whether a full stop closes it, as at levels 3 and 4; else a bracket does. */
  readonly dotted: boolean;
}

export function smallLabel(label: string): SmallLabel | null {
  const match = /^(\(?)([a-z]{1,6})(?: [a-z0-9 ]+)?([).])$/.exec(label);
  if (match === null) return null;
  const [, opening, stem, closing] = match as unknown as [string, string, string, string];
  if (lettersValue(stem) === null && romanValue(stem) === null) return null;
  return opening === '(' && closing === '.' ? null : { stem, dotted: closing === '.' };
}

/** What was counted last: letters and numerals, in brackets and dotted. Begins anew under every paragraph that is no item. */
export interface ItemCounts {
  letter: number;
  numeral: number;
}

/**
 * Level of an item from its label: (a) is 1, (i) 2, a. 3, i. 4 (United Nations Editorial Manual).
 * `(i)`, `(v)`, `(x)` … are letters and numerals both. What comes next decides, then what was counted before, then
 * whether the block before opens a list with a colon.
 */
export function itemLevelOf(
  label: SmallLabel,
  before: ItemCounts,
  next: SmallLabel | null,
  opensList: boolean,
): number {
  const letter = lettersValue(label.stem);
  const numeral = romanValue(label.stem);
  const base = label.dotted ? 3 : 1;
  if (letter === null) return base + 1;
  if (numeral === null) return base;
  const follows = before.letter + 1 === letter;
  const counts = before.numeral + 1 === numeral;
  if (follows !== counts) return follows ? base : base + 1;
  if (next !== null && next.dotted === label.dotted && next.stem !== label.stem) {
    if (romanValue(next.stem) === numeral + 1) return base + 1;
    if (lettersValue(next.stem) === letter + 1) return base;
  }
  if (!follows && !counts)
    return before.numeral > 0 || label.stem === 'i' || label.stem.length > 1 ? base + 1 : base;
  return follows && !opensList ? base : base + 1;
}

/** Counts on: `level` is what `itemLevelOf` said. */
export function countItem(counts: ItemCounts, label: SmallLabel, level: number): void {
  if (level % 2 === 1) {
    counts.letter = lettersValue(label.stem) ?? counts.letter;
    counts.numeral = 0;
  } else counts.numeral = romanValue(label.stem) ?? counts.numeral;
}
