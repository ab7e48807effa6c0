import { tokenise } from '../compare/tokens.ts';
import { compareWords } from '../compare/word-differences.ts';
import type { Quote } from '../model/anchor.ts';
import { lettersIn } from './code-points.ts';
import type { AnchorParagraph, IndexedText } from './indexed-text.ts';
import type { Stretch } from './relative.ts';
import {
  clipKept,
  type Kept,
  keptOf,
  keptStretches,
  QUOTE_STEPS,
  type Remains,
  remainsOf,
} from './survivors.ts';
import { LEAST_SHARE } from './thresholds.ts';

type Found = Stretch & Remains;

const better = (best: Found | null, one: Found): Found =>
  best === null || one.share > best.share ? one : best;

/** What remains of a quote between its relative positions: where most of it does. */
export function remainsBetween(
  text: IndexedText,
  stretches: readonly Stretch[],
  exact: string,
): Stretch | null {
  let best: Found | null = null;
  for (const { number, start, end } of stretches) {
    const now = wordsOf(text, number).slice(start, end);
    const remains = remainsOf(exact, now, keptOf(exact, now), LEAST_SHARE);
    if (remains !== null)
      best = better(best, { ...remains, number, start: start + remains.start, end: start + remains.end });
  }
  return best;
}

/** What remains of a quote in these paragraphs, where its context remains as well. */
export function remainsAmong(
  text: IndexedText,
  numbers: readonly number[],
  { prefix, exact, suffix }: Quote,
): Stretch | null {
  const old = tokenise(prefix + exact + suffix);
  const [start, end] = [prefix.length, prefix.length + exact.length];
  const context = lettersIn(prefix) + lettersIn(suffix);
  let best: Found | null = null;
  for (const number of numbers) {
    const now = wordsOf(text, number);
    const kept = keptStretches(
      compareWords({ from: old, to: tokenise(now) }, { steps: QUOTE_STEPS, cut: false }).words,
    );
    const around = [...clipKept(kept, 0, start), ...clipKept(kept, end, Number.POSITIVE_INFINITY)];
    if (lettersOf(now, around) < LEAST_SHARE * context) continue;
    const remains = remainsOf(exact, now, clipKept(kept, start, end), LEAST_SHARE);
    if (remains !== null) best = better(best, { ...remains, number });
  }
  return best;
}

const wordsOf = (text: IndexedText, number: number): string =>
  (text.paragraphs[number] as AnchorParagraph).text;

const lettersOf = (now: string, kept: readonly Kept[]): number =>
  kept.reduce((sum, { to, length }) => sum + lettersIn(now.slice(to, to + length)), 0);
