/**
 * Cuts a text into word tokens for comparing. Joined, the tokens give the text back letter for letter: each holds
 * a core and the gap behind it (spaces and invisible controls), and `key` is what is compared.
 */
export interface Token {
  /** The word, number, reference or single mark as it stands. Empty only in a text that begins with a gap. */
  readonly core: string;
  readonly gap: string;
  readonly key: string;
}

/** Spaces, and controls that nobody sees: zero-width space, byte-order mark, soft hyphen, direction marks. */
const GAP = '[\\s\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]';

/** Scripts written without spaces between words (Unicode line breaking classes ID and SA). */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}';
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\u200C\\u200D]\\p{M}*)`;

/**
 * In this order: (a) and (ii) and (12), 12 bis, 2030/1.5 and A/RES/79/1, a run of an unspaced script, a word with
 * its inner apostrophes and hyphens, any other single character with its combining marks.
 */
const TOKEN = new RegExp(
  `(?<reference>\\((?:[a-z]{1,2}|[ivxlc]{1,6}|\\d{1,3})\\)|\\d+ (?:bis|ter|quater|quinquies|sexies|septies|octies)(?!${LETTER}))` +
    `|(?<symbol>\\d+(?:[.,/:]\\d+)+|[A-Z]{1,3}(?:/[A-Z0-9.-]*[A-Z0-9])+)` +
    `|(?<unspaced>[${UNSPACED}][${UNSPACED}\\p{M}]*)` +
    `|(?<word>\\p{M}*${LETTER}+(?:['’\\u2010\\u2011-]${LETTER}+)*)` +
    `|(?<gap>${GAP}+)|(?<other>[^]\\p{M}*)`,
  'gu',
);

const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u02BC]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"'],
  [/[\u2010\u2011]/g, '-'],
];

/** Equal for spellings that only differ in quotation marks, hyphen characters or Unicode composition. */
export function comparisonKey(core: string): string {
  let plain = true;
  for (let at = 0; at < core.length && plain; at++) plain = core.charCodeAt(at) < 0x80;
  if (plain) return core;
  let key = core.normalize('NFC');
  for (const [pattern, mark] of QUOTES) key = key.replace(pattern, mark);
  return key;
}

/** Made on first use: loading the dictionaries takes a while and most texts need none. */
let segmenter: Intl.Segmenter | undefined;

function unspacedWords(run: string): string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return Array.from(segmenter.segment(run), (part) => part.segment);
}

export function tokenise(text: string): Token[] {
  const tokens: { core: string; gap: string; key: string }[] = [];
  const push = (core: string): void => {
    tokens.push({ core, gap: '', key: comparisonKey(core) });
  };
  for (const match of text.matchAll(TOKEN)) {
    const found = match[0];
    const groups = match.groups as Record<string, string | undefined>;
    if (groups.gap !== undefined) {
      const last = tokens.at(-1);
      if (last === undefined) tokens.push({ core: '', gap: found, key: '' });
      else last.gap += found;
    } else if (groups.unspaced !== undefined) for (const word of unspacedWords(found)) push(word);
    else push(found);
  }
  return tokens;
}
