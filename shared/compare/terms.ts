import type { ComparableBlock } from './comparison.ts';
import { tokenise } from './tokens.ts';

/** A word or phrase that one of two texts has and the other has not, or that both have in very different numbers. */
export interface ChangedTerm {
  /** As it stands in the text that has more of it. */
  readonly term: string;
  /** How often each text says it. Letter case is not counted apart. */
  readonly from: number;
  readonly to: number;
}

/** Longest phrase, in words. Coded language rarely needs more: "respective roles and responsibilities". */
export const MAX_PHRASE = 4;
/** A word in more than this share of all paragraphs is common: no phrase begins or ends with it. */
export const COMMON = 0.2;
/** In short texts a word must stand in this many paragraphs to be common. */
export const COMMON_LEAST = 4;
/** Words this short carry no meaning of their own at the ends of a phrase ("of", "and the"). */
export const SHORT = 3;
/** A phrase is a term when it is said again: once is mere juxtaposition. Single words count from the first. */
export const PHRASE_LEAST = 2;
/** How many terms are listed at most, on each side. The answer says how many there were. */
export const MAX_TERMS = 40;

export interface ChangedTerms {
  readonly appeared: readonly ChangedTerm[];
  readonly vanished: readonly ChangedTerm[];
  /** How many there were before the list was cut. */
  readonly found: { readonly appeared: number; readonly vanished: number };
}

/** Words and years; other numbers are references. */
const WORD = /^(?!\p{N}{1,3}$)[\p{L}\p{N}]/u;

/** Runs of words between marks of punctuation: phrases do not reach across them. */
function phraseRuns(text: string): string[][] {
  const runs: string[][] = [[]];
  for (const { core } of tokenise(text)) {
    if (WORD.test(core)) runs.at(-1)?.push(core);
    else if (core !== '') runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

interface Counts {
  readonly from: Map<string, number>;
  readonly to: Map<string, number>;
  /** Folded term → as it stands where first met. */
  readonly spelling: Map<string, string>;
}

/**
 * Terms that appeared and vanished between two texts: words and phrases of up to `MAX_PHRASE` words that one text has
 * and the other lacks, without those inside a longer one of equal count. Most frequent first, longer ones before.
 * Without lists of stop words, so that it works in every language: what stands everywhere tells nothing.
 */
export function changedTerms(from: readonly ComparableBlock[], to: readonly ComparableBlock[]): ChangedTerms {
  const texts = [from.map(({ text }) => phraseRuns(text)), to.map(({ text }) => phraseRuns(text))] as const;
  const common = commonWords([...texts[0], ...texts[1]]);
  const counts: Counts = { from: new Map(), to: new Map(), spelling: new Map() };
  for (const [side, runs] of [
    ['from', texts[0].flat()],
    ['to', texts[1].flat()],
  ] as const)
    for (const run of runs) countPhrases(run, common, counts[side], counts.spelling);
  const appeared = onlyIn(counts.to, counts.from, counts.spelling);
  const vanished = onlyIn(counts.from, counts.to, counts.spelling);
  return {
    appeared: appeared.slice(0, MAX_TERMS).map(({ term, count }) => ({ term, from: 0, to: count })),
    vanished: vanished.slice(0, MAX_TERMS).map(({ term, count }) => ({ term, from: count, to: 0 })),
    found: { appeared: appeared.length, vanished: vanished.length },
  };
}

/** Words that stand in many paragraphs. */
function commonWords(blocks: readonly (readonly (readonly string[])[])[]): ReadonlySet<string> {
  const standsIn = new Map<string, number>();
  for (const runs of blocks)
    for (const word of new Set(runs.flat().map((each) => each.toLowerCase())))
      standsIn.set(word, (standsIn.get(word) ?? 0) + 1);
  const least = Math.max(COMMON_LEAST, blocks.length * COMMON);
  return new Set([...standsIn].filter(([, count]) => count >= least).map(([word]) => word));
}

function countPhrases(
  run: readonly string[],
  common: ReadonlySet<string>,
  counts: Map<string, number>,
  spelling: Map<string, string>,
): void {
  const folded = run.map((word) => word.toLowerCase());
  const telling = folded.map(
    (word) => !common.has(word) && (word.length > SHORT || !/^\p{Script=Latin}+$/u.test(word)),
  );
  for (let start = 0; start < run.length; start += 1) {
    if (!telling[start]) continue;
    for (let end = start + 1; end <= Math.min(run.length, start + MAX_PHRASE); end += 1) {
      if (!telling[end - 1]) continue;
      const key = folded.slice(start, end).join(' ');
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (!spelling.has(key)) spelling.set(key, run.slice(start, end).join(' '));
    }
  }
}

/** Terms of one side that the other lacks; of those inside one another, with equal counts, the longest. */
function onlyIn(
  own: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
  spelling: ReadonlyMap<string, string>,
): { readonly term: string; readonly count: number }[] {
  const found = [...own].filter(
    ([term, count]) => !other.has(term) && (count >= PHRASE_LEAST || !term.includes(' ')),
  );
  const covered = new Set<string>();
  for (const [term, count] of found) {
    const words = term.split(' ');
    for (let start = 0; start < words.length; start += 1)
      for (let end = start + 1; end <= words.length; end += 1) {
        const part = words.slice(start, end).join(' ');
        if (part !== term && own.get(part) === count) covered.add(part);
      }
  }
  return found
    .filter(([term]) => !covered.has(term))
    .map(([term, count]) => ({ term: spelling.get(term) ?? term, count, words: term.split(' ').length }))
    .sort((a, b) => b.count - a.count || b.words - a.words || (a.term < b.term ? -1 : 1));
}
