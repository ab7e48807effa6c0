/*
 * Values in sentences of the other direction. A delegation named in Arabic would carry the numbers and brackets after it
 * to its other side, and a Latin name in an Arabic sentence would part it. First Strong Isolate and Pop Directional
 * Isolate (Unicode UAX 9) keep the value together and leave the rest as if it were not there. They are invisible, are
 * copied with the words, and stand only where directions meet: an English sentence of Latin values has none.
 */
const OPEN = '\u2068';
const CLOSE = '\u2069';

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Letters of every other script, and digits: what a sentence from right to left would order anew. */
const LEFT_TO_RIGHT =
  /[^\P{L}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\p{N}/u;
/** One number alone is read the same in every sentence. */
const ONE_NUMBER = /^\p{N}+$/u;

/** A value as it may stand in a sentence of that direction. */
export function isolated(value: string, sentence: 'ltr' | 'rtl'): string {
  const meets =
    sentence === 'ltr' ? RIGHT_TO_LEFT.test(value) : LEFT_TO_RIGHT.test(value) && !ONE_NUMBER.test(value);
  return meets ? `${OPEN}${value}${CLOSE}` : value;
}

/** Names one after the other: each keeps to itself, so that no two change places. */
export const listed = (names: readonly string[], sentence: 'ltr' | 'rtl'): string =>
  names.map((name) => isolated(name, sentence)).join(', ');

/** What a message is filled with: words, a number that its plural forms ask for, or names one after the other. */
export type MessageValue = string | number | readonly string[];

/** All values of a sentence, ready to stand in it. */
export const isolatedValues = (
  values: Readonly<Record<string, MessageValue>>,
  sentence: 'ltr' | 'rtl',
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number'
        ? value
        : typeof value === 'string'
          ? isolated(value, sentence)
          : listed(value, sentence),
    ]),
  );
