import type { WordDifference } from '../compare/comparison.ts';
import { tokenise } from '../compare/tokens.ts';
import { compareWords } from '../compare/word-differences.ts';
import { lettersIn, measureFor, snapBack, snapOn } from './code-points.ts';
import { LEAST_DENSITY, LEAST_STRETCH, MOST_GROWTH } from './thresholds.ts';

/** A stretch that stands in both texts letter for letter. Offsets are UTF-16 units. */
export interface Kept {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** What stands in both, out of word differences; rising on both sides. */
export function keptStretches(words: readonly WordDifference[]): Kept[] {
  const kept: { from: number; to: number; length: number }[] = [];
  let [from, to] = [0, 0];
  for (const [operation, { length }] of words) {
    if (operation === '=') {
      const last = kept.at(-1);
      if (last !== undefined && last.from + last.length === from && last.to + last.length === to)
        last.length += length;
      else kept.push({ from, to, length });
    }
    if (operation !== '+') from += length;
    if (operation !== '-') to += length;
  }
  return kept;
}

/** The parts of kept stretches that lie between two old offsets. */
export function clipKept(kept: readonly Kept[], start: number, end: number): Kept[] {
  const clipped: Kept[] = [];
  for (const { from, to, length } of kept) {
    const cut = Math.max(0, start - from);
    const left = Math.min(from + length, end) - from - cut;
    if (left > 0) clipped.push({ from: from + cut, to: to + cut, length: left });
  }
  return clipped;
}

/** Work for the word differences of one quote; a quote is a paragraph at most, so this is never reached in practice. */
const QUOTE_STEPS = 4_000_000;

/** Which ends of a stretch are known to be those of the quote. */
export interface KnownEnds {
  readonly start: boolean;
  readonly end: boolean;
}

export const BOTH: KnownEnds = { start: true, end: true };

const LETTER_AT_END = /[\p{L}\p{N}\p{M}]+$/u;
const LETTER_AT_START = /^[\p{L}\p{N}\p{M}]+/u;

/**
 * What of a quote stands in the words that now lie between its ends. What is only inserted, or only removed, is told
 * by letters, so that a word which grew keeps those it had. Else what reads the same from a known end counts, by whole
 * words, and between them stretches too long to be chance.
 */
export function keptOf(exact: string, now: string, known: KnownEnds): Kept[] {
  const most = Math.min(exact.length, now.length);
  let start = 0;
  while (known.start && start < most && exact[start] === now[start]) start++;
  start = snapBack(exact, snapBack(now, start));
  let end = 0;
  while (known.end && end < most - start && exact[exact.length - 1 - end] === now[now.length - 1 - end])
    end++;
  end = exact.length - snapOn(exact, exact.length - end);
  const at = exact.indexOf(now);
  if (at >= 0 && exact.indexOf(now, at + 1) < 0) return [{ from: at, to: 0, length: now.length }];
  if (start + end < most) {
    start -= LETTER_AT_END.exec(exact.slice(0, start))?.[0].length ?? 0;
    end -= LETTER_AT_START.exec(exact.slice(exact.length - end))?.[0].length ?? 0;
  }
  const middle = wordsKept(exact.slice(start, exact.length - end), now.slice(start, now.length - end));
  // Whoever selects a phrase and types it anew with a word more has rewritten it, between ends that still stand.
  const rewritten = (known.start || known.end) && now.length <= MOST_GROWTH * exact.length;
  const least = rewritten ? 1 : LEAST_STRETCH;
  const kept = [
    { from: 0, to: 0, length: start },
    ...middle
      .filter(({ to, length }) => lettersIn(now.slice(start + to, start + to + length)) >= least)
      .map(({ from, to, length }) => ({ from: start + from, to: start + to, length })),
    { from: exact.length - end, to: now.length - end, length: end },
  ];
  return kept.filter(({ length }) => length > 0);
}

/** What stands in both, by whole words. */
export const wordsKept = (from: string, to: string): Kept[] =>
  from === '' || to === ''
    ? []
    : keptStretches(
        compareWords({ from: tokenise(from), to: tokenise(to) }, { steps: QUOTE_STEPS, cut: false }).words,
      );

/** What is left of a quote: from its first to its last survivor. */
export interface Remains {
  readonly start: number;
  readonly end: number;
  /** Letters of the quote that survive, 0 to 1. */
  readonly share: number;
}

/**
 * The stretch of `now` from the first to the last survivor of a quote, or null when too little of it survives.
 * Where others' words outweigh the survivors between them, the longest survivor stands for the quote alone.
 */
export function remainsOf(
  exact: string,
  now: string,
  kept: readonly Kept[],
  leastShare: number,
): Remains | null {
  const measure = measureFor(exact);
  const weight = ({ to, length }: Kept): number => measure(now.slice(to, to + length));
  const total = measure(exact);
  const solid = kept.filter((stretch) => weight(stretch) > 0);
  const [first, last] = [solid[0], solid.at(-1)];
  if (first === undefined || last === undefined) return null;
  const survivors = solid.reduce((sum, stretch) => sum + weight(stretch), 0);
  if (survivors / total < leastShare) return null;
  const whole = trim(now, first.to, last.to + last.length);
  if (survivors / measure(now.slice(whole.start, whole.end)) >= LEAST_DENSITY)
    return { ...whole, share: survivors / total };
  const longest = solid.reduce((best, one) => (weight(one) > weight(best) ? one : best));
  const share = weight(longest) / total;
  return share < leastShare ? null : { ...trim(now, longest.to, longest.to + longest.length), share };
}

/** Without the spaces at either end, and without the punctuation that ended what stood before. */
function trim(now: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const words = now.slice(start, end);
  const left = /^[\s,;:.]*/u.exec(words)?.[0].length ?? 0;
  const right = /\s*$/u.exec(words)?.[0].length ?? 0;
  return left + right >= words.length ? { start, end } : { start: start + left, end: end - right };
}
