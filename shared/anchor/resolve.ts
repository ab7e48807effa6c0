import type { Anchor, Place, Quote } from '../model/anchor.ts';
import { unreachable } from '../model/result.ts';
import { findElsewhere } from './elsewhere.ts';
import { type AnchorParagraph, type IndexedText, kinOf } from './indexed-text.ts';
import type { LiveText } from './live-text.ts';
import { bestOccurrence, type Occurrence } from './occurrences.ts';
import { orphan, placeOf, WHOLE_TEXT } from './place.ts';
import { paragraphNear, type Stretch, stretchesOf } from './relative.ts';
import { remainsAmong, remainsBetween } from './remains.ts';
import { resolveAbsent } from './resolve-absent.ts';
import { resolveParagraph } from './resolve-paragraph.ts';

/**
 * Where an anchor stands in a later state of the text it was put on (or a clone of it). `live` gives relative
 * positions their meaning; without it, or where they lead nowhere, id, quote and context decide.
 *
 * In this order: the very words between the relative positions; the very words where the context vouches for them,
 * in the paragraph or one that came from it; what remains between the relative positions; the very words elsewhere,
 * if they cannot be mistaken; else an orphan.
 */
export function resolveAnchor(anchor: Anchor, text: IndexedText, live: LiveText | null): Place {
  switch (anchor.scope) {
    case 'text':
      return WHOLE_TEXT;
    case 'paragraph':
      return resolveParagraph(anchor, text);
    case 'absent':
      return resolveAbsent(anchor, text);
    case 'words':
      return resolveWords(anchor, text, live);
    default:
      return unreachable(anchor);
  }
}

type WordsAnchor = Extract<Anchor, { scope: 'words' }>;

function resolveWords(anchor: WordsAnchor, text: IndexedText, live: LiveText | null): Place {
  const { quote } = anchor;
  const range = live === null ? null : anchor.relative;
  const stretches = live === null || range === null ? [] : (stretchesOf(live, range) ?? []);
  const [only] = stretches;
  if (only !== undefined && stretches.length === 1 && slice(text, only) === quote.exact)
    return placeOf(anchor.paragraph, text, only);

  const kin = kinOf(text, anchor.paragraph);
  const numbers = [...new Set([...stretches.map(({ number }) => number), ...kin])];
  const standing = range === null ? unmoved(anchor, text) : null;
  const again = standing ?? findAmong(text, numbers, quote);
  if (again !== null) return placeOf(anchor.paragraph, text, again);

  const remains = remainsBetween(text, stretches, quote.exact) ?? remainsAmong(text, kin, quote);
  if (remains !== null) return placeOf(anchor.paragraph, text, remains, true);

  const elsewhere = findElsewhere(text, quote);
  if (elsewhere !== null) return placeOf(anchor.paragraph, text, elsewhere);
  const near =
    text.paragraphs[kin[0] ?? -1] ??
    (live === null || range === null ? undefined : text.paragraphs[paragraphNear(live, range) ?? -1]);
  return orphan(near?.id ?? null, kin.length === 0 ? 'removed' : 'orphan');
}

const slice = (text: IndexedText, { number, start, end }: Stretch): string =>
  (text.paragraphs[number] as AnchorParagraph).text.slice(start, end);

/** Without relative positions: the very place, if the quote stands there and its context bears it out. */
function unmoved(anchor: WordsAnchor, text: IndexedText): Stretch | null {
  const number = text.numbers.get(anchor.paragraph);
  if (number === undefined) return null;
  const words = (text.paragraphs[number] as AnchorParagraph).text;
  const { exact, prefix, suffix } = anchor.quote;
  const whole = prefix + exact + suffix;
  const first = anchor.start - prefix.length;
  if (first < 0 || words.slice(first, first + whole.length) !== whole) return null;
  return { number, start: anchor.start, end: anchor.start + exact.length };
}

/** The place among these paragraphs that the context vouches for most; of equal ones the first. */
function findAmong(text: IndexedText, numbers: readonly number[], quote: Quote): Stretch | null {
  let best: (Occurrence & { number: number }) | null = null;
  for (const number of numbers) {
    const occurrence = bestOccurrence((text.paragraphs[number] as AnchorParagraph).text, quote);
    if (occurrence !== null && occurrence.evidence > (best?.evidence ?? 0)) best = { ...occurrence, number };
  }
  return best;
}
