import { describe, expect, it } from 'vitest';
import { en } from '../../../shared/messages/en/index.ts';
import { isolated, isolatedValues, listed } from '../../../shared/messages/isolated.ts';
import { LOCALES, localeOf, TRANSLATIONS, wordsOf } from '../../../shared/messages/locales.ts';

const texts = (node: object): string[] =>
  Object.values(node).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));

const PLACEHOLDER = /\{\{(\w+)[^}]*\}\}/g;
const namesIn = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name as string);
const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(PLACEHOLDER, (_, name: string) => String(values[name]));
const allOf = (text: string, value: string): Record<string, string> =>
  Object.fromEntries(namesIn(text).map((name) => [name, value]));

const ARABIC = 'وفد البلد 3';
const [FSI, PDI] = ['\u2068', '\u2069'];

/** Values as they are put into sentences: moments, versions, names, labels. */
const LATIN = [
  'Rev.1',
  '3 October 2026, 18:00 UTC (New York 14:00)',
  '12 bis',
  'Delegation of Country A',
  '3',
];

describe('values in sentences', () => {
  it.each([
    ['Delegation of Country A', 'ltr', false],
    ['3 October 2026, 18:00 UTC', 'ltr', false],
    ['本文 12', 'ltr', false],
    [ARABIC, 'ltr', true],
    ['Rev.1 (الوفد)', 'ltr', true],
    ['Rev.1', 'rtl', true],
    ['18:00', 'rtl', true],
    ['12–15', 'rtl', true],
    [ARABIC, 'rtl', true],
    ['12', 'rtl', false],
    ['الوفد', 'rtl', false],
    // Marks that hold the place of what is not text.
    ['\u0000', 'rtl', false],
    ['\uE000', 'rtl', false],
    ['', 'rtl', false],
  ] as const)('U255: %j in a sentence that runs %s is isolated: %s', (value, sentence, meets) => {
    expect(isolated(value, sentence)).toBe(meets ? `${FSI}${value}${PDI}` : value);
  });

  it('U255: names in a list keep to themselves, and numbers stay numbers', () => {
    expect(listed(['A', ARABIC, 'الوفد'], 'ltr')).toBe(`A, ${FSI}${ARABIC}${PDI}, ${FSI}الوفد${PDI}`);
    expect(isolatedValues({ count: 3, names: ['A', 'B'] }, 'rtl')).toEqual({
      count: 3,
      names: `${FSI}A${PDI}, ${FSI}B${PDI}`,
    });
  });

  it.each(LOCALES.map(({ code }) => code))(
    'U255: every message in the words of %s keeps values of the other direction together, and the rest untouched',
    async (code) => {
      const words = wordsOf(code);
      const { dir } = localeOf(words);
      const catalogue = (await TRANSLATIONS[words]?.()) ?? en;
      const filled = texts(catalogue).filter((text) => namesIn(text).length > 0);
      expect(filled.length).toBeGreaterThan(100);
      for (const text of filled)
        for (const value of [ARABIC, ...LATIN]) {
          const values = allOf(text, value);
          const said = fill(text, isolatedValues(values, dir));
          expect(said.replaceAll(FSI, '').replaceAll(PDI, '')).toBe(fill(text, values));
          // Every value of the other direction stands between a pair of marks; a sentence of one direction has none.
          const meets = isolated(value, dir) !== value;
          expect(said.split(`${FSI}${value}${PDI}`).length - 1, text).toBe(meets ? namesIn(text).length : 0);
          expect(said.split(FSI).length).toBe(said.split(PDI).length);
        }
    },
  );
});
