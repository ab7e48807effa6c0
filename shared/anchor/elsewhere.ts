import { countWords } from '../compare/prepare.ts';
import type { Quote } from '../model/anchor.ts';
import type { Stretch } from './between.ts';
import { lettersIn } from './code-points.ts';
import { type AnchorParagraph, type IndexedText, numberAt } from './indexed-text.ts';
import { quoteAt } from './make-anchor.ts';
import { bestOccurrence } from './occurrences.ts';
import { LONG_QUOTE_LETTERS, LONG_QUOTE_WORDS } from './thresholds.ts';

const isLong = (words: string): boolean =>
  lettersIn(words) >= LONG_QUOTE_LETTERS && countWords(words) >= LONG_QUOTE_WORDS;

/**
 * The one place in a whole text where long enough words stand with all of their context, for words that are gone from
 * where they were. Less would not do: of a sentence that a text says twice, the other one is left.
 */
export function findElsewhere(text: IndexedText, quote: Quote): Stretch | null {
  if (!isLong(quote.exact) || !saysOnce(text, quote.exact)) return null;
  const found = stretchAt(text, text.joined.indexOf(quote.exact), quote.exact.length);
  const { text: words } = text.paragraphs[found.number] as AnchorParagraph;
  return bestOccurrence(words, quote)?.full === true ? found : null;
}

/**
 * The same between two texts, where it can be proved: words, or words with what stands before or behind them, that
 * both texts say exactly once are the same words.
 */
export function findSaidOnce(
  from: IndexedText,
  to: IndexedText,
  { number, start, end }: Stretch,
): Stretch | null {
  const { text: old } = from.paragraphs[number] as AnchorParagraph;
  const { exact, prefix, suffix } = quoteAt(old, start, end);
  for (const [before, behind] of [
    ['', ''],
    [prefix, suffix],
    [prefix, ''],
    ['', suffix],
  ] as const) {
    const words = before + exact + behind;
    if (!isLong(words) || !saysOnce(to, words) || !saysOnce(from, words)) continue;
    return stretchAt(to, to.joined.indexOf(words) + before.length, exact.length);
  }
  return null;
}

function stretchAt(text: IndexedText, at: number, length: number): Stretch {
  const number = numberAt(text, at);
  const start = at - (text.offsets[number] as number);
  return { number, start, end: start + length };
}

/** Whether words stand in a text exactly once. */
export function saysOnce({ joined }: IndexedText, words: string): boolean {
  const at = joined.indexOf(words);
  return at >= 0 && joined.indexOf(words, at + 1) < 0;
}
