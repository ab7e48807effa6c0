import type { Quote } from '../model/anchor.ts';
import type { Between, Stretch } from './between.ts';
import { lettersIn } from './code-points.ts';
import type { AnchorParagraph, IndexedText } from './indexed-text.ts';
import type { Kin } from './kin.ts';
import { clipKept, type Kept, keptOf, type Remains, remainsOf, wordsKept } from './survivors.ts';
import { LEAST_SHARE, LEAST_STRETCH } from './thresholds.ts';

type Found = Stretch & Remains;

const better = (best: Found | null, one: Found): Found =>
  best === null || one.share > best.share ? one : best;

/** What remains of a quote between its relative positions: where most of it does. */
export function remainsBetween(
  text: IndexedText,
  kin: Kin,
  { stretches, ends }: Between,
  exact: string,
): Stretch | null {
  let best: Found | null = null;
  stretches.forEach(({ number, start, end }, k) => {
    const now = wordsOf(text, number).slice(start, end);
    const known = { start: ends.start && k === 0, end: ends.end && k === stretches.length - 1 };
    // Where neither end stands, others' words may have come between them, with a paragraph that was moved there.
    const kept = keptOf(exact, now, known).filter(
      ({ to, length }) => ends.start || ends.end || kin.proves(number, now.slice(to, to + length)),
    );
    const remains = remainsOf(exact, now, kept, LEAST_SHARE);
    if (remains !== null)
      best = better(best, { ...remains, number, start: start + remains.start, end: start + remains.end });
  });
  return best;
}

/**
 * What remains of a quote in these paragraphs, where its context remains as well. Only stretches that are long, and
 * stand there once, and are proof of where they came from, count: of "Section 9" some other "Section" would do.
 */
export function remainsAmong(
  text: IndexedText,
  kin: Kin,
  numbers: readonly number[],
  { prefix, exact, suffix }: Quote,
): Stretch | null {
  const old = prefix + exact + suffix;
  const [start, end] = [prefix.length, prefix.length + exact.length];
  const context = lettersIn(prefix) + lettersIn(suffix);
  let best: Found | null = null;
  for (const number of numbers) {
    const now = wordsOf(text, number);
    const kept = wordsKept(old, now).filter(({ to, length }) => {
      const words = now.slice(to, to + length);
      return isTelling(now, words) && kin.proves(number, words);
    });
    const around = [...clipKept(kept, 0, start), ...clipKept(kept, end, old.length)];
    if (lettersOf(now, around) < LEAST_SHARE * context) continue;
    const remains = remainsOf(exact, now, clipKept(kept, start, end), LEAST_SHARE);
    if (remains !== null) best = better(best, { ...remains, number });
  }
  return best;
}

const isTelling = (now: string, words: string): boolean =>
  lettersIn(words) >= LEAST_STRETCH && now.indexOf(words) === now.lastIndexOf(words);

const wordsOf = (text: IndexedText, number: number): string =>
  (text.paragraphs[number] as AnchorParagraph).text;

const lettersOf = (now: string, kept: readonly Kept[]): number =>
  kept.reduce((sum, { to, length }) => sum + lettersIn(now.slice(to, to + length)), 0);
