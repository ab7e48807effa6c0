import type { Anchor, Place } from '../model/anchor.ts';
import { lettersIn } from './code-points.ts';
import type { AnchorParagraph, IndexedText } from './indexed-text.ts';
import { findKin } from './kin.ts';
import { orphan, placeOf, WHOLE_TEXT } from './place.ts';
import { BOTH, keptOf, remainsOf } from './survivors.ts';
import { LEAST_SHARE, TELLING_CONTEXT } from './thresholds.ts';

type AbsentAnchor = Extract<Anchor, { scope: 'absent' }>;

/**
 * Where something is missing: behind the paragraph that ends as it did then, which after a split is the last part.
 * A paragraph that ends otherwise now is still the one it would follow, said to have changed.
 */
export function resolveAbsent({ paragraph, quote }: AbsentAnchor, text: IndexedText): Place {
  if (paragraph === null) return WHOLE_TEXT;
  const kin = findKin(text, paragraph);
  const behind = (number: number, changed: boolean): Place => {
    const end = (text.paragraphs[number] as AnchorParagraph).text.length;
    return placeOf(paragraph, text, { number, start: end, end }, changed);
  };
  const own = text.numbers.get(paragraph);
  const ending = kin.numbers.filter((number) => {
    const words = (text.paragraphs[number] as AnchorParagraph).text;
    // The end of a paragraph that was split close to it is shorter than the context.
    if (words.endsWith(quote.prefix)) return kin.proves(number, quote.prefix);
    return (
      number !== own && lettersIn(words) > 0 && quote.prefix.endsWith(words) && kin.proves(number, words)
    );
  });
  if (lettersIn(quote.prefix) > 0) {
    const last = own !== undefined && ending.includes(own) ? own : ending.at(-1);
    if (last !== undefined) return behind(last, false);
  }
  if (own !== undefined) {
    const words = (text.paragraphs[own] as AnchorParagraph).text;
    if (words === quote.prefix) return behind(own, false);
    const tail = words.slice(-2 * Math.max(1, quote.prefix.length));
    if (remainsOf(quote.prefix, tail, keptOf(quote.prefix, tail, BOTH), LEAST_SHARE) !== null)
      return behind(own, true);
  }
  // Joined to others: its end stands inside a paragraph now.
  for (const number of kin.numbers) {
    const offset = endInside((text.paragraphs[number] as AnchorParagraph).text, quote.prefix);
    if (offset !== null && kin.proves(number, quote.prefix))
      return placeOf(paragraph, text, { number, start: offset, end: offset }, true);
  }
  return orphan(
    own === undefined ? (text.paragraphs[kin.numbers[0] ?? -1]?.id ?? null) : paragraph,
    own === undefined ? 'removed' : 'orphan',
  );
}

/** Where words that once ended a paragraph stand, if they stand there once. */
function endInside(words: string, ending: string): number | null {
  if (lettersIn(ending) < TELLING_CONTEXT) return null;
  const at = words.indexOf(ending);
  return at < 0 || words.indexOf(ending, at + 1) >= 0 ? null : at + ending.length;
}
