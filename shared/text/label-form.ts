/** The form of labels of each series, and how a label is taken apart and put together again. */

import type { Paragraph } from '../model/paragraph.ts';
import { unreachable } from '../model/result.ts';
import { addedSuffix, decimalValue, letters, lettersValue, roman, romanValue } from './ordinals.ts';
import { LATIN_SUFFIXES } from './printed-label.ts';

/**
 * Series that are numbered: preambular and operative paragraphs through the whole text, items by level under
 * their parent (United Nations Editorial Manual, paragraphs and subparagraphs: (a), (i), a., i.).
 */
export type Series = 'preambular' | 'operative' | 'item-1' | 'item-2' | 'item-3' | 'item-4';

export function seriesOf(paragraph: Pick<Paragraph, 'kind' | 'level'>): Series | null {
  switch (paragraph.kind) {
    case 'preambular':
    case 'operative':
      return paragraph.kind;
    case 'item':
      return `item-${Math.min(4, Math.max(1, paragraph.level)) as 1 | 2 | 3 | 4}`;
    case 'title':
    case 'heading':
    case 'plain':
      return null;
    default:
      return unreachable(paragraph.kind);
  }
}

/** A label taken apart: `(b bis)` has the stem `b` and the suffix `bis`. */
export interface LabelParts {
  readonly stem: string;
  readonly suffix: string;
}

const SUFFIX = `(?: ((?:ante )?(?:${LATIN_SUFFIXES.join('|')})|ante(?: \\d+)?|\\d+))?`;
const NUMBERED = (prefix: string): RegExp =>
  new RegExp(`^${prefix}(\\d+)(?: ((?:ante )?(?:${LATIN_SUFFIXES.join('|')})|(?:ante )?\\(\\d+\\)|ante))?$`);
const FORMS: Readonly<Record<Series, RegExp>> = {
  preambular: NUMBERED('PP'),
  operative: NUMBERED('(?:OP)?'),
  'item-1': new RegExp(`^\\(([a-z]+)${SUFFIX}\\)$`),
  'item-2': new RegExp(`^\\(([ivxlcdm]+)${SUFFIX}\\)$`),
  'item-3': new RegExp(`^([a-z]+)${SUFFIX}\\.$`),
  'item-4': new RegExp(`^([ivxlcdm]+)${SUFFIX}\\.$`),
};

/** The parts of a label that has the form of the series, or null. */
export function labelParts(series: Series, label: string): LabelParts | null {
  const match = FORMS[series].exec(label);
  if (match === null) return null;
  const stem = match[1] as string;
  const shape =
    series === 'item-1' || series === 'item-3'
      ? lettersValue(stem)
      : series === 'item-2' || series === 'item-4'
        ? romanValue(stem)
        : 1;
  return shape === null ? null : { stem, suffix: match[2] ?? '' };
}

/** The label with this stem and suffix. A number as suffix stands in brackets behind a number: `12 (11)`. */
export function joinLabel(series: Series, { stem, suffix }: LabelParts): string {
  const tail = suffix === '' ? '' : ` ${suffix}`;
  const numbered = tail.replace(/ (\d+)$/, ' ($1)');
  switch (series) {
    case 'preambular':
      return `PP${stem}${numbered}`;
    case 'operative':
      return `${stem}${numbered}`;
    case 'item-1':
    case 'item-2':
      return `(${stem}${tail})`;
    case 'item-3':
    case 'item-4':
      return `${stem}${tail}.`;
    default:
      return unreachable(series);
  }
}

/** The stem of the n-th paragraph of a series: 3, c or iii. */
export function stemOf(series: Series, ordinal: number): string {
  switch (series) {
    case 'preambular':
    case 'operative':
      return String(ordinal);
    case 'item-1':
    case 'item-3':
      return letters(ordinal);
    case 'item-2':
    case 'item-4':
      return roman(ordinal);
    default:
      return unreachable(series);
  }
}

/** The label of the n-th paragraph added behind a stem (1: bis). */
export const addedLabel = (series: Series, stem: string, nth: number, before: boolean): string =>
  joinLabel(series, {
    stem,
    suffix: before ? (nth === 1 ? 'ante' : `ante ${addedSuffix(nth - 1)}`) : addedSuffix(nth),
  });

/** The number that a label set by hand says, however it is printed (`12.`, `PP3`, `c)`, `(iii)`), or null: it says none. */
export function ordinalOf(series: Series, label: string): number | null {
  const digits = /^(?:PP|OP)?\(?(\p{Nd}{1,9})/u.exec(label)?.[1];
  if (digits !== undefined) return decimalValue(digits);
  const stem = /^\(?([a-z]+)(?: [a-z0-9 ]+)?[).]{0,2}$/.exec(label)?.[1];
  if (stem === undefined) return null;
  const asRoman = romanValue(stem);
  const asLetters = lettersValue(stem);
  return series === 'item-2' || series === 'item-4' ? (asRoman ?? asLetters) : (asLetters ?? asRoman);
}
