import type { Span } from './span.ts';

/**
 * Names with an "and" or a comma inside, which must not be parted: states by their official short names
 * (UNTERM), and groups as notes print them.
 */
const WHOLE = new RegExp(
  [
    'Antigua and Barbuda',
    'Bosnia and Herzegovina',
    'Saint Kitts and Nevis',
    'Saint Vincent and the Grenadines',
    'Sao Tome and Principe',
    'São Tomé and Príncipe',
    'Trinidad and Tobago',
    'United Kingdom of Great Britain and Northern Ireland',
    '(?:Group of 77|G-?77|Group of the 77) ?(?:and|&|\\+) ?(?:the )?(?:People’s Republic of )?China',
    'Saint Pierre and Miquelon',
    'Turks and Caicos Islands',
    'Latin America and the Caribbean(?: Group)?',
    'Western European and Others? (?:States|Group)',
    '(?:its|their|his|her) [Mm]ember (?:S|s)tates',
    'and (?:the )?candidate countries',
    'and (?:its|their) [Mm]ember [Ss]tates',
  ].join('|'),
  'g',
);
const BETWEEN = /\s*;\s*(?:and\s+)?|\s*,\s+(?:and\s+|as well as\s+)?|\s+(?:and|as well as|&)\s+/g;

export interface PrintedName extends Span {
  readonly text: string;
}

/**
 * Parts a list of names at commas, semicolons and "and". Offsets in the text the list stands in, where it begins at
 * `offset`. `atAnd` says whether an "and" parted two of them, which no comma bears out.
 */
export function splitNames(
  list: string,
  offset = 0,
): { readonly names: readonly PrintedName[]; readonly atAnd: boolean } {
  const kept = [...list.matchAll(WHOLE)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }));
  const names: PrintedName[] = [];
  let start = 0;
  let atAnd = false;
  const put = (end: number): void => {
    const raw = list.slice(start, end);
    const text = raw.trim().replace(/^the\s+/, '');
    if (text === '') return;
    const at = start + raw.indexOf(text);
    names.push({ text: text.replace(/\s+/g, ' '), start: offset + at, end: offset + at + text.length });
  };
  for (const { index, 0: between } of list.matchAll(BETWEEN)) {
    const end = index + between.length;
    if (kept.some((span) => index < span.end && end > span.start)) continue;
    put(index);
    start = end;
    atAnd ||= /and|&|as well/.test(between) && !/[,;]/.test(between);
  }
  put(list.length);
  return { names, atAnd: atAnd && names.length === 2 };
}

/** First words of lines and sentences that are no names, however they are written. */
const NO_NAMES = new Set(
  `a after agenda all also among an and annex another any as at attendance background before both but by chapter
  concerns concern conclusion conclusions countries date day delegates delegations despite dissociations during each
  every finally first following for from furthermore he however if in it its lastly many meeting member members
  moreover most next no none note notes on one open opening or other others our para paragraph part participants
  place press question questions reservations representatives second session several she since so some speakers
  states statement statements subject such summary that their then there these they third this those time title to
  topic two under until venue we what when where while who with yet you`.split(/\s+/),
);

/** A word of a name: begins with a capital, or with a letter of a script that has none. */
const WORD = "(?:\\p{Lu}|\\p{Lo})[\\p{L}\\p{M}\\p{N}'’.&+/-]{0,40}";
/** A name in running text: capitalised words with small ones between them, ten at most. */
export const NAME = `(?:[Tt]he )?${WORD}(?: (?:(?:of|the|and|for|&|\\+|de|la|du|des|del|y|et|da|do) ){0,2}(?:${WORD}|77|\\([A-Z]\\p{L}{1,40}\\))){0,9}`;

/** Whether what looks like a name is none. */
export function isNoName(name: string): boolean {
  const words = name.replace(/^[Tt]he /, '').split(/[\s]/);
  return NO_NAMES.has((words[0] ?? '').toLowerCase().replace(/[.:]$/, ''));
}

/** Verbs that report what somebody said; past and present. */
export const VERBS = `said|says|stated|states|noted|notes|stressed|stresses|called|calls|added|adds|proposed|proposes|urged|urges|supported|supports|welcomed|welcomes|underlined|underscored|emphasi[sz]ed|emphasi[sz]es|reiterated|expressed|expresses|asked|asks|suggested|suggests|recalled|warned|argued|highlighted|reaffirmed|mentioned|raised|opposed|opposes|requested|thanked|recogni[sz]ed|pointed|committed|observed|explained|remarked|declared|announced|regretted|rejected|insisted|affirmed|agreed|disagreed|believed|cautioned|concurred|endorsed|advocated|demanded|encouraged|acknowledged|objected|reserved|dissociated|disassociated|joined|placed|intervened|replied|responded|concluded|continued|intervention|took the floor|speaks|spoke`;
