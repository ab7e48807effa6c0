import type { Direction } from '../../../shared/model/paragraph.ts';

/** Scripts written from right to left that our languages use (Unicode UAX 9, classes R and AL, in the main). */
const STRONG =
  /(?<rtl>[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])|\p{L}/u;

/** The direction `dir="auto"` would choose: that of the first strong character; null without one. */
export function firstStrong(text: string): 'ltr' | 'rtl' | null {
  const found = STRONG.exec(text);
  if (found === null) return null;
  return found.groups?.rtl === undefined ? 'ltr' : 'rtl';
}

/** A stated direction is kept only where the words themselves would not choose it. */
export function explicitDirection(stated: Direction, text: string): Direction {
  if (stated === 'auto') return 'auto';
  // Sources state "ltr" everywhere; only "rtl" against the words was a decision.
  return stated === 'rtl' && firstStrong(text) !== 'rtl' ? 'rtl' : 'auto';
}
