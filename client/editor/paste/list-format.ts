import { declarations, type MarkupElement } from './markup.ts';

/** How a list level counts. `none` is known to have no number: a bullet. */
export type Counting = 'decimal' | 'alpha' | 'roman' | 'none';

/** Word writes its list levels as rules `@list l0:level2 { mso-level-number-format: roman-lower }`. */
export type WordLists = ReadonlyMap<string, Counting>;

const WORD_RULE = /@list\s+(l\d+):level(\d+)[^{]*\{([^}]*)\}/gi;

export const wordLevel = (list: string, level: number): string => `${list}:${level}`;

/** Reads the list levels out of style sheets. A level without a format counts 1, 2, 3. */
export function readWordLists(sheets: readonly string[]): WordLists {
  const found = new Map<string, Counting>();
  for (const sheet of sheets)
    for (const [, list = '', level = '', body] of sheet.matchAll(WORD_RULE)) {
      const format = declarations(body).get('mso-level-number-format') ?? 'arabic';
      found.set(wordLevel(list.toLowerCase(), Number(level)), countingOf(format));
    }
  return found;
}

/** From a CSS `list-style-type`, an HTML `type` or a Word number format. */
export function countingOf(name: string): Counting {
  if (name === 'i' || /roman/.test(name)) return 'roman';
  if (name === 'a' || /alpha|latin/.test(name)) return 'alpha';
  if (/bullet|disc|circle|square|none|image/.test(name)) return 'none';
  return 'decimal';
}

/** Counting of an `ol` or `ul`, or of one `li` that states its own. */
export function countingOfList(element: MarkupElement): Counting | null {
  const style = declarations(element.attributes.style);
  const stated =
    style.get('list-style-type') ?? style.get('list-style')?.split(' ')[0] ?? element.attributes.type;
  if (stated !== undefined && stated !== '' && stated !== 'none') return countingOf(stated.toLowerCase());
  if (element.tag === 'ul') return 'none';
  return element.tag === 'ol' ? 'decimal' : null;
}

/** A paragraph's place in a Word list: `mso-list: l0 level2 lfo1`. Null where it stands in none. */
export function wordListOf(element: MarkupElement): { list: string; level: number } | null {
  const stated = declarations(element.attributes.style).get('mso-list');
  const match = stated === undefined ? null : /(l\d+)\s+level(\d+)/.exec(stated);
  return match === null ? null : { list: match[1] as string, level: Number(match[2]) };
}
