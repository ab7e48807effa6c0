import { countWords } from '../compare/prepare.ts';
import type { Quote } from '../model/anchor.ts';
import { lettersIn } from './code-points.ts';
import type { AnchorParagraph, IndexedText } from './indexed-text.ts';
import { bestOccurrence } from './occurrences.ts';
import type { Stretch } from './relative.ts';
import { LONG_QUOTE_LETTERS, LONG_QUOTE_WORDS, UNMISTAKABLE_LETTERS } from './thresholds.ts';

/**
 * The one place in a whole text where long enough words stand, for words that are gone from where they were.
 * `saidOnce`: the text they were put on is known to have said them once.
 */
export function findElsewhere(text: IndexedText, quote: Quote, saidOnce: boolean): Stretch | null {
  const letters = lettersIn(quote.exact);
  if (letters < LONG_QUOTE_LETTERS || countWords(quote.exact) < LONG_QUOTE_WORDS) return null;
  const at = text.joined.indexOf(quote.exact);
  if (at < 0 || !saysOnce(text, quote.exact)) return null;
  const number = paragraphOfOffset(text, at);
  const start = at - (text.offsets[number] as number);
  const sure =
    saidOnce ||
    letters >= UNMISTAKABLE_LETTERS ||
    bestOccurrence((text.paragraphs[number] as AnchorParagraph).text, quote) !== null;
  return sure ? { number, start, end: start + quote.exact.length } : null;
}

/** Whether words stand in a text exactly once. */
export function saysOnce({ joined }: IndexedText, words: string): boolean {
  const at = joined.indexOf(words);
  return at >= 0 && joined.indexOf(words, at + 1) < 0;
}

/** The paragraph that an offset of `joined` is in. */
function paragraphOfOffset({ offsets }: IndexedText, at: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
