/** Ordinals as labels print them: letters, roman numerals, and numbers with a Latin suffix. */

import { LATIN_SUFFIXES } from './printed-label.ts';

const CODE_A = 97;
const ALPHABET = 26;

/**
 * 1 → a, 26 → z, 27 → aa, 28 → bb. The letter repeats, as word processors number (ECMA-376 part 1, 17.18.59,
 * lowerLetter); the United Nations Editorial Manual names nothing past z.
 */
export const letters = (ordinal: number): string =>
  String.fromCharCode(CODE_A + ((ordinal - 1) % ALPHABET)).repeat(Math.floor((ordinal - 1) / ALPHABET) + 1);

const ROMAN_STEPS: readonly (readonly [value: number, digits: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** 1 → i, 4 → iv, 1987 → mcmlxxxvii. Past 3999 the thousands repeat m. */
export function roman(ordinal: number): string {
  let rest = ordinal;
  let printed = '';
  for (const [value, digits] of ROMAN_STEPS) {
    printed += digits.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return printed;
}

/** The ordinal that `letters` prints so, or null. */
export function lettersValue(printed: string): number | null {
  const first = printed[0];
  if (first === undefined || first < 'a' || first > 'z' || printed !== first.repeat(printed.length))
    return null;
  return (printed.length - 1) * ALPHABET + first.charCodeAt(0) - CODE_A + 1;
}

/** The ordinal that `roman` prints so, or null. */
export function romanValue(printed: string): number | null {
  let rest = printed;
  let value = 0;
  for (const [step, digits] of ROMAN_STEPS)
    while (rest.startsWith(digits)) {
      value += step;
      rest = rest.slice(digits.length);
    }
  return rest === '' && value > 0 && roman(value) === printed ? value : null;
}

/** The number that a run of decimal digits of any script says (Unicode: digits stand in rows of ten from 0). */
export function decimalValue(digits: string): number {
  let value = 0;
  for (const digit of digits) {
    const code = digit.codePointAt(0) as number;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    value = value * 10 + ((code - zero) % 10);
  }
  return value;
}

/** How the n-th paragraph added after a number is told apart (1 → bis). Past decies a plain number, in words honest: 11. */
export const addedSuffix = (nth: number): string => LATIN_SUFFIXES[nth - 1] ?? String(nth + 1);
