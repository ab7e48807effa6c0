/**
 * Labels that are printed at the start of a block: `12.`, `12 bis.`, `(a)`, `PP3`, `IV.`.
 * A table of forms, tried in order; none fits: the block has no label and all of it is text.
 */

export interface SplitBlock {
  /** Canonical: number labels lose their closing dot (`12.` → `12`, `12bis.` → `12 bis`); others stay as printed. Empty: none. */
  readonly label: string;
  /** The label as it stands in the block, with its punctuation and any white space before it. */
  readonly printed: string;
  /** White space between label and text. */
  readonly separator: string;
  readonly text: string;
}

/** Suffixes of paragraphs added between numbers, in the order of the United Nations Editorial Manual (bis, ter …). */
export const LATIN_SUFFIXES = [
  'bis',
  'ter',
  'quater',
  'quinquies',
  'sexies',
  'septies',
  'octies',
  'novies',
  'decies',
] as const;

const GAP = '[ \\t\\u00a0\\u202f]';
/** `bis`, or `ante` for what stands before the first number, or `alt` for an alternative wording. */
const SUFFIX = `(?:(?:ante${GAP})?(?:${LATIN_SUFFIXES.join('|')})|ante|alt)`;
/** At most three digits: no text has a paragraph 1000, but many begin with a year. Any script's decimal digits. */
const NUMBER = '\\p{Nd}{1,3}';
/** Roman numerals below 40 in practice; c, d and m would make labels of words such as `mix.`. */
const ROMAN = '(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})';
const ROMAN_CAPITALS = ROMAN.toUpperCase();
/** One letter, or the same letter again: (z) is followed by (aa), (bb). */
const LETTERS = '(\\p{Ll})\\1{0,2}';
const HAN_NUMBER = '[一二三四五六七八九十]{1,3}';
const END = '(?=\\s|$)';

/** Characters in which a label must be complete; keeps the work for one block bounded. */
const LONGEST = 64;

type Form = readonly [pattern: RegExp, canonical: (printed: string) => string];

const asPrinted = (printed: string): string => printed;
/** `12bis.` → `12 bis`; `OP 4:` → `OP4`; closing punctuation goes. */
const asNumber = (printed: string): string =>
  printed
    .replace(/[.:．、]$/u, '')
    .replace(new RegExp(`${GAP}+|(?<=[\\p{Nd}])(?=\\p{Ll})`, 'gu'), ' ')
    .replace(/^(PP|OP) /, '$1');

const form = (source: string, canonical: (printed: string) => string): Form => [
  new RegExp(`^(?:${source})`, 'u'),
  canonical,
];

const FORMS: readonly Form[] = [
  // 12 (11). PP3 (11).
  form(`(?:PP|OP)?${NUMBER}${GAP}(?:ante${GAP})?\\(${NUMBER}\\)\\.${END}`, asNumber),
  // PP3, OP4, PP3 bis, OP12 ter.
  form(`(?:PP|OP)${GAP}?${NUMBER}(?:${GAP}?${SUFFIX}(?:${GAP}${NUMBER})?)?[.:]?${END}`, asNumber),
  // 12 bis, 12bis., 12 ter.
  form(`${NUMBER}${GAP}?${SUFFIX}\\.?${END}`, asNumber),
  // 12. and 1.2. but not 2015. and not 3.5
  form(`(?:${NUMBER}\\.){1,4}${END}`, asNumber),
  // 12a. (a standard's way to add a paragraph)
  form(`${NUMBER}[a-z]\\.${END}`, (printed) => printed.slice(0, -1)),
  // Chinese: 12． 12、 and 1. straight before a Han character
  form(`${NUMBER}(?:[．、]|\\.(?=\\p{Script=Han}))`, asNumber),
  // Arabic: a number and a dash
  form(`[٠-٩۰-۹]{1,3}${GAP}?[-–ـ]${END}|${NUMBER}${GAP}?[-–]${END}(?=\\s+\\p{Script=Arabic})`, asPrinted),
  // 1) (1) (12 bis)
  form(`\\(?${NUMBER}(?:${GAP}${SUFFIX})?\\)${END}`, asPrinted),
  // (a) (aa) (ii) (b bis) a) ii) and the letters of other scripts
  form(`\\(?(?:${LETTERS}|${ROMAN})(?:${GAP}(?:${SUFFIX}|${NUMBER}))?\\)${END}`, asPrinted),
  form(`\\(?(?:[A-Z]|${ROMAN_CAPITALS}|\\p{Script=Arabic})\\)${END}`, asPrinted),
  // （一） （a） 一、
  form(`（(?:${HAN_NUMBER}|${NUMBER}|[a-z]{1,3})）|${HAN_NUMBER}、`, asPrinted),
  // a. aa. iv. a bis.
  form(`(?:${LETTERS}|${ROMAN})(?:${GAP}(?:${SUFFIX}|${NUMBER}))?\\.${END}`, asPrinted),
  // A bullet
  form(`•${END}`, asPrinted),
  // A. IV. but not the initials of a name, as in J. R. Doe
  form(`(?:[A-Z]|${ROMAN_CAPITALS})\\.${END}(?!\\s+\\p{Lu}\\.)`, asPrinted),
];

/**
 * Splits a printed label from the text of a block. `printed + separator + text` is the block, letter for letter.
 * A block that is nothing but a label has an empty text. Square brackets before a label keep it in the text.
 */
export function splitPrintedLabel(block: string): SplitBlock {
  const start = block.length - block.trimStart().length;
  const body = start === 0 ? block : block.slice(start);
  for (const [pattern, canonical] of FORMS) {
    const match = pattern.exec(body.slice(0, LONGEST))?.[0];
    if (match === undefined || match === '') continue;
    const rest = body.slice(match.length);
    const text = rest.trimStart();
    return {
      label: canonical(match),
      printed: block.slice(0, start + match.length),
      separator: rest.slice(0, rest.length - text.length),
      text,
    };
  }
  return { label: '', printed: '', separator: '', text: block };
}

/** How a label is printed at the start of a block: number labels with a closing dot, others as they are. */
export const printLabel = (label: string): string =>
  splitPrintedLabel(`${label}.`).label === label ? `${label}.` : label;
