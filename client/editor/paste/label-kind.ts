import type { ParagraphKind } from '../../../shared/model/paragraph.ts';

export interface KindAndLevel {
  readonly kind: ParagraphKind;
  readonly level: number;
}

/** The labels met so far in one paste: what `(i)` means depends on what stood before it. */
export interface LabelTrail {
  /** Level of the last item, 0 outside a list. */
  level: number;
  /** The last letter or numeral of each level, 1-based: `['', 'h', 'iv']`. */
  last: string[];
}

export const newTrail = (): LabelTrail => ({ level: 0, last: [] });

const NUMBERED = /^(OP)?\p{Nd}{1,3}( \p{Ll}+)?$/u;
const PREAMBULAR = /^PP/;
const ITEM = /^\(?(\p{Ll}{1,5})( \p{Ll}+)?([).])$/u;

/**
 * The kind that a label typed before a paragraph stands for, in the order (a), (i), a., i. of United Nations
 * texts; null where it is not sure enough to take the label off the words. Notes what it saw in the trail.
 */
export function kindOfLabel(label: string, trail: LabelTrail): KindAndLevel | null {
  if (PREAMBULAR.test(label) || NUMBERED.test(label)) {
    trail.level = 0;
    trail.last = [];
    return { kind: PREAMBULAR.test(label) ? 'preambular' : 'operative', level: 0 };
  }
  const item = ITEM.exec(label);
  if (item === null) return null;
  const [, letters = '', , end = ''] = item;
  const roman = isRoman(letters, trail);
  // With a dot it is the third or fourth level where two stand above it, else somebody's way to write the first two.
  const deep = end === '.' && trail.level >= 2;
  const level = (roman ? 2 : 1) + (deep ? 2 : 0);
  trail.level = level;
  trail.last = [...trail.last.slice(0, level)];
  trail.last[level] = letters;
  return { kind: 'item', level };
}

/** Numerals as far as lists of items go. */
const ROMAN = [
  ...['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'],
  ...['xvi', 'xvii', 'xviii', 'xix', 'xx'],
];

/** `i` is a numeral unless it follows `h`; another numeral is one if it follows its forerunner or is no plain letter. */
function isRoman(letters: string, trail: LabelTrail): boolean {
  const value = ROMAN.indexOf(letters);
  if (value < 1) return false;
  const letterBefore = String.fromCharCode(letters.charCodeAt(0) - 1);
  const levels = trail.last.slice(1);
  if (letters.length === 1 && levels.at(-1) === letterBefore) return false;
  if (value === 1) return true;
  return levels.includes(ROMAN[value - 1] as string) || letters.length > 1;
}
