import type { Quote } from '../model/anchor.ts';
import { lettersIn } from './code-points.ts';
import { TELLING_BOTH, TELLING_CONTEXT } from './thresholds.ts';

/** A place where quoted words stand letter for letter. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  /** How much of the quote's context stands around it, in letters. 0 when the context does not vouch for it. */
  readonly evidence: number;
  /** Whether all of the context stands around it. */
  readonly full: boolean;
  /** Where the words begin and end with as much of the context as stands around them. */
  readonly around: readonly [start: number, end: number];
}

/** More places than this are not looked at: a word that common is told by its context, or not at all. */
const MOST_OCCURRENCES = 200;

/** Every place in a paragraph where the quoted words stand. */
export function occurrencesOf(words: string, quote: Quote): Occurrence[] {
  const found: Occurrence[] = [];
  if (quote.exact === '') return found;
  for (let at = words.indexOf(quote.exact); at >= 0; at = words.indexOf(quote.exact, at + 1)) {
    const end = at + quote.exact.length;
    found.push({ start: at, end, ...evidenceAt(words, at, end, quote) });
    if (found.length >= MOST_OCCURRENCES) break;
  }
  return found;
}

/**
 * The one place that the context vouches for, or null: where two are as likely as each other, neither is taken.
 */
export function bestOccurrence(words: string, quote: Quote): Occurrence | null {
  let best: Occurrence | null = null;
  let tied = false;
  for (const occurrence of occurrencesOf(words, quote)) {
    if (occurrence.evidence === 0) continue;
    if (best !== null && occurrence.evidence === best.evidence) tied = true;
    if (best === null || occurrence.evidence > best.evidence) {
      best = occurrence;
      tied = false;
    }
  }
  return tied ? null : best;
}

/** Context that reaches the edge of its paragraph counts as agreeing in full only at an edge. */
function evidenceAt(
  words: string,
  start: number,
  end: number,
  { prefix, suffix }: Quote,
): Pick<Occurrence, 'evidence' | 'full' | 'around'> {
  let left = 0;
  while (left < prefix.length && left < start && words[start - 1 - left] === prefix[prefix.length - 1 - left])
    left++;
  let right = 0;
  while (right < suffix.length && end + right < words.length && words[end + right] === suffix[right]) right++;
  const before = lettersIn(prefix.slice(prefix.length - left));
  const behind = lettersIn(suffix.slice(0, right));
  const wholeLeft = left === prefix.length && (start === left || lettersIn(prefix) >= TELLING_CONTEXT);
  const wholeRight =
    right === suffix.length && (end + right === words.length || lettersIn(suffix) >= TELLING_CONTEXT);
  const vouched =
    before >= TELLING_CONTEXT ||
    behind >= TELLING_CONTEXT ||
    ((wholeLeft || before >= TELLING_BOTH) && (wholeRight || behind >= TELLING_BOTH));
  return {
    evidence: vouched ? before + behind + 1 : 0,
    full: wholeLeft && wholeRight,
    around: [start - left, end + right],
  };
}
