import type { Anchor, Place } from '../model/anchor.ts';
import { lettersIn } from './code-points.ts';
import type { AnchorParagraph, IndexedText } from './indexed-text.ts';
import { findKin } from './kin.ts';
import { orphan, placeOf } from './place.ts';
import { BOTH, keptOf, type Remains, remainsOf } from './survivors.ts';
import { LEAST_KIN_PART, LEAST_KIN_SHARE, LEAST_PARAGRAPH_SHARE, LEAST_STRETCH } from './thresholds.ts';

type ParagraphAnchor = Extract<Anchor, { scope: 'paragraph' }>;

/**
 * Where a paragraph stands in a later state of its text. The paragraph itself counts as a whole as long as enough
 * of its words stand in it; if they do not, the part of a paragraph that came from it and holds most of them. There a
 * few words prove nothing: of "Section 4" some other "Section" would do.
 */
export function resolveParagraph({ paragraph, quote }: ParagraphAnchor, text: IndexedText): Place {
  const kin = findKin(text, paragraph);
  let best: { number: number; start: number; end: number; share: number } | null = null;
  for (const number of kin.numbers) {
    const { id, text: words } = text.paragraphs[number] as AnchorParagraph;
    if (words === quote.exact && kin.proves(number, words))
      return placeOf(paragraph, text, { number, start: 0, end: words.length });
    const kept = keptOf(quote.exact, words, BOTH).filter(({ to, length }) => {
      const stretch = words.slice(to, to + length);
      return id === paragraph || (lettersIn(stretch) >= LEAST_STRETCH && kin.proves(number, stretch));
    });
    const least = id === paragraph ? LEAST_PARAGRAPH_SHARE : LEAST_KIN_SHARE;
    const remains = remainsOf(quote.exact, words, kept, least);
    if (remains === null || (id !== paragraph && !isMadeOf(words, quote.exact, remains))) continue;
    const whole = id === paragraph ? { start: 0, end: words.length } : remains;
    if (best === null || remains.share > best.share)
      best = { number, start: whole.start, end: whole.end, share: remains.share };
  }
  if (best !== null) return placeOf(paragraph, text, best, true);
  return orphan(
    text.paragraphs[kin.numbers[0] ?? -1]?.id ?? null,
    kin.numbers.length === 0 ? 'removed' : 'orphan',
  );
}

/**
 * Whether a paragraph that came from a quoted one is made of it and does not merely name it, as a text names the title
 * of a resolution: nearly all that it says is quoted, or the whole quote opens or ends it, as where paragraphs were joined.
 */
const isMadeOf = (words: string, exact: string, { share }: Remains): boolean =>
  share * lettersIn(exact) >= LEAST_KIN_PART * lettersIn(words) ||
  words.startsWith(exact) ||
  words.endsWith(exact);
