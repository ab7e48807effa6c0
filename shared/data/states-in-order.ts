import { MEMBER_STATES } from './member-states.ts';
import type { State, UnLanguage } from './state.ts';

/**
 * Where the characters of a name do not say how it is read: 秘鲁 is read bìlǔ, while 秘 alone is read mì, and
 * collation goes by single characters.
 */
const READ_AS: Partial<Record<UnLanguage, ReadonlyMap<string, string>>> = {
  zh: new Map([['秘鲁', '必鲁']]),
};

/**
 * What a name is ordered by. Letter by letter, so that spaces, hyphens, apostrophes and brackets do not count, as in
 * the French list of the United Nations: République de Corée, République démocratique populaire lao, République de
 * Moldova; Sainte-Lucie, Saint-Kitts-et-Nevis (press release ORG/1469 of 3 July 2006). Spanish goes word by word: San
 * Vicente before Santa Lucía (un.org/dgacm/es/content/regional-groups). In Arabic the article ال of every word does
 * not count, nor does the hamza on an alif; that is common practice, no list was found to check it against.
 */
function orderKey(name: string, language: UnLanguage): string {
  const read = READ_AS[language]?.get(name) ?? name;
  if (language === 'es') return read.replace(/[\s\p{P}]+/gu, ' ').trim();
  const words = language === 'ar' ? read.replace(/(^|[\s(])ال/g, '$1').replace(/[أإآ]/g, 'ا') : read;
  return words.replace(/[\s\p{P}]/gu, '');
}

const collatorOf = (language: UnLanguage): Intl.Collator =>
  new Intl.Collator(language === 'zh' ? 'zh-Hans-u-co-pinyin' : language);

/** Puts anything in the order that States of these names have in a language; equal names keep their order. */
export function inOrderOfNames<Item>(
  language: UnLanguage,
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly Item[] {
  const collator = collatorOf(language);
  return items
    .map((item) => ({ item, key: orderKey(nameOf(item), language) }))
    .sort((a, b) => collator.compare(a.key, b.key))
    .map(({ item }) => item);
}

/**
 * States in the alphabetical order of a language, as each language version of a United Nations list has its own.
 * Chinese goes by the pronunciation (pinyin): it is the collation Unicode gives for Chinese in simplified characters,
 * and how readers look up a dictionary. No source was found for an order of the United Nations in Chinese.
 */
export function statesInOrder(
  language: UnLanguage,
  states: readonly State[] = MEMBER_STATES,
): readonly State[] {
  const collator = collatorOf(language);
  return states
    .map((state) => ({ state, key: orderKey(state.names[language], language) }))
    .sort((a, b) => collator.compare(a.key, b.key) || (a.state.code < b.state.code ? -1 : 1))
    .map(({ state }) => state);
}
