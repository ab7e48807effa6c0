import type { Anchor, Place } from '../model/anchor.ts';
import { lettersIn } from './code-points.ts';
import { type AnchorParagraph, type IndexedText, kinOf } from './indexed-text.ts';
import { orphan, placeOf } from './place.ts';
import { BOTH, keptOf, remainsOf } from './survivors.ts';
import { LEAST_KIN_SHARE, LEAST_PARAGRAPH_SHARE, LEAST_STRETCH } from './thresholds.ts';

type ParagraphAnchor = Extract<Anchor, { scope: 'paragraph' }>;

/**
 * Where a paragraph stands in a later state of its text. The paragraph itself counts as a whole as long as enough
 * of its words stand in it; if they do not, the part of another paragraph that holds most of them. There a few words
 * prove nothing: of "Section 4" some other "Section" would do, and of a resolution its title, which others name too.
 */
export function resolveParagraph({ paragraph, quote }: ParagraphAnchor, text: IndexedText): Place {
  const kin = kinOf(text, paragraph);
  let best: { number: number; start: number; end: number; share: number } | null = null;
  for (const number of kin) {
    const { id, text: words } = text.paragraphs[number] as AnchorParagraph;
    if (words === quote.exact) return placeOf(paragraph, text, { number, start: 0, end: words.length });
    const kept = keptOf(quote.exact, words, BOTH).filter(
      ({ to, length }) => id === paragraph || lettersIn(words.slice(to, to + length)) >= LEAST_STRETCH,
    );
    const least = id === paragraph ? LEAST_PARAGRAPH_SHARE : LEAST_KIN_SHARE;
    const remains = remainsOf(quote.exact, words, kept, least);
    if (remains === null) continue;
    const whole = id === paragraph ? { start: 0, end: words.length } : remains;
    if (best === null || remains.share > best.share)
      best = { number, start: whole.start, end: whole.end, share: remains.share };
  }
  if (best !== null) return placeOf(paragraph, text, best, true);
  return orphan(text.paragraphs[kin[0] ?? -1]?.id ?? null, kin.length === 0 ? 'removed' : 'orphan');
}
