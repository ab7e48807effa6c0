import type { Anchor, Place, Quote } from '../model/anchor.ts';
import { unreachable } from '../model/result.ts';
import { type Between, between, type Stretch } from './between.ts';
import { findElsewhere } from './elsewhere.ts';
import type { AnchorParagraph, IndexedText } from './indexed-text.ts';
import { findKin, type Kin } from './kin.ts';
import type { LiveText } from './live-text.ts';
import { bestOccurrence, type Occurrence, occurrencesOf } from './occurrences.ts';
import { orphan, placeOf, WHOLE_TEXT } from './place.ts';
import { remainsAmong, remainsBetween } from './remains.ts';
import { resolveAbsent } from './resolve-absent.ts';
import { resolveParagraph } from './resolve-paragraph.ts';

/**
 * Where an anchor stands in a later state of the text it was put on (or a clone of it). `live` gives relative
 * positions their meaning; without it, or where they lead nowhere, id, quote and context decide.
 *
 * In this order: the very words between the relative positions, or over what is left there; what remains there; where
 * the paragraph was moved or came into others, the very words or what remains of them, where the context vouches for
 * them; the very words elsewhere, if they cannot be mistaken; else an orphan.
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
  const { quote, paragraph } = anchor;
  const now = live === null || anchor.relative === null ? null : between(live, anchor.relative);
  const [only] = now?.stretches ?? [];
  if (only !== undefined && now?.stretches.length === 1 && slice(text, only) === quote.exact)
    return placeOf(paragraph, text, only);

  const kin = findKin(text, paragraph);
  const here = now === null ? unmoved(anchor, text) : whole(text, kin, now, quote);
  if (here !== null) return placeOf(paragraph, text, here);
  const left = now === null ? null : remainsBetween(text, kin, now, quote.exact);
  if (left !== null) return placeOf(paragraph, text, left, true);

  // Ends that lead into the very paragraph say that it was not moved: its words were taken out, and others like them
  // are others, unless all that stood around them stands there too, as after undoing a removal.
  const stayed = now !== null && text.paragraphs[now.at.number]?.id === paragraph ? now.at.number : null;
  const again = findAmong(text, kin, quote, stayed);
  if (again !== null) return placeOf(paragraph, text, again);
  const retyped = stayed === null ? null : remainsAmong(text, kin, [stayed], quote);
  const isHere = retyped !== null && now !== null && isNear(retyped, now.at.offset, quote.exact.length);
  const others = kin.numbers.filter((number) => number !== stayed);
  const remains = isHere ? retyped : remainsAmong(text, kin, others, quote);
  if (remains !== null) return placeOf(paragraph, text, remains, true);
  const far = findElsewhere(text, quote);
  if (far !== null) return placeOf(paragraph, text, far);
  const near =
    text.paragraphs[kin.numbers[0] ?? -1] ?? (now === null ? undefined : text.paragraphs[now.at.number]);
  return orphan(near?.id ?? null, kin.numbers.length === 0 ? 'removed' : 'orphan');
}

/** Whether a stretch lies where words were taken out, give or take as much as they were. */
const isNear = ({ start, end }: Stretch, offset: number, length: number): boolean =>
  start - length <= offset && offset <= end + length;

/** The very words over what is left between the ends: what was removed there came back, by undoing or by hand. */
function whole(text: IndexedText, kin: Kin, { stretches, at }: Between, quote: Quote): Stretch | null {
  const spans = stretches.length > 0 ? stretches : [{ number: at.number, start: at.offset, end: at.offset }];
  for (const { number, start, end } of spans) {
    const words = (text.paragraphs[number] as AnchorParagraph).text;
    const over = occurrencesOf(words, quote).filter((one) => one.start <= end && one.end >= start);
    const [first] = over;
    if (first === undefined || over.length > 1 || first.evidence === 0) continue;
    if (kin.proves(number, words.slice(...first.around))) return { ...first, number };
  }
  return null;
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

/**
 * The place in the kin that the context vouches for most; of equal ones the first. In paragraph `stayed` only all of
 * the context will do, and none that others say too.
 */
function findAmong(text: IndexedText, kin: Kin, quote: Quote, stayed: number | null): Stretch | null {
  let best: (Occurrence & { number: number }) | null = null;
  for (const number of kin.numbers) {
    const { text: words } = text.paragraphs[number] as AnchorParagraph;
    const occurrence = bestOccurrence(words, quote);
    if (occurrence === null || (number === stayed && !occurrence.full)) continue;
    const around = words.slice(...occurrence.around);
    if (number === stayed ? !occurrence.full || kin.saidByOthers(around) : !kin.proves(number, around))
      continue;
    if (occurrence.evidence > (best?.evidence ?? 0)) best = { ...occurrence, number };
  }
  return best;
}
