import type { Candidate, Candidates } from './candidates.ts';
import { areLinked, isFreeNew, isFreeOld, type Links, link } from './links.ts';
import type { PreparedBlock, PreparedTexts } from './prepare.ts';
import type { Thresholds } from './thresholds.ts';

const NUMERAL = /^(?:\d+|[ivxlc]+)$/u;

/** The text without its numerals, so that `Section 3` and `Section 5` are one template. */
export const templateOf = (block: PreparedBlock): string =>
  block.key
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !NUMERAL.test(word))
    .join(' ');

const indexBy = (blocks: readonly PreparedBlock[], name: (block: PreparedBlock) => string) => {
  const index = new Map<string, number[]>();
  blocks.forEach((block, at) => {
    const key = name(block);
    const list = index.get(key);
    if (list === undefined) index.set(key, [at]);
    else list.push(at);
  });
  return index;
};

/** Short blocks, and those whose template repeats: alike by chance, so what stands around them decides. */
export function findAmbiguous(texts: PreparedTexts, thresholds: Thresholds): Ambiguous {
  const oldTemplates = indexBy(texts.old, templateOf);
  const newTemplates = indexBy(texts.new, templateOf);
  const repeats = (block: PreparedBlock): boolean => {
    if (block.words.length > thresholds.shortBlockWords) return false;
    const template = templateOf(block);
    return (oldTemplates.get(template)?.length ?? 0) > 1 || (newTemplates.get(template)?.length ?? 0) > 1;
  };
  return { old: texts.old.map(repeats), new: texts.new.map(repeats) };
}

/** Links blocks whose text stands exactly once on both sides, and is not a repeated short one. */
export function linkExact(texts: PreparedTexts, links: Links, ambiguous: readonly boolean[]): void {
  const oldKeys = indexBy(texts.old, (block) => block.key);
  const newKeys = indexBy(texts.new, (block) => block.key);
  for (const [key, olds] of oldKeys) {
    const news = newKeys.get(key) ?? [];
    const [old] = olds;
    const [fresh] = news;
    if (key === '' || olds.length !== 1 || news.length !== 1 || ambiguous[old as number]) continue;
    if (isFreeOld(links, old as number) && isFreeNew(links, fresh as number))
      link(links, old as number, fresh as number);
  }
}

/** How many of the two neighbours are linked in step: 0, 1 or 2. */
const inStep = (links: Links, old: number, fresh: number): number =>
  Number(areLinked(links, old - 1, fresh - 1)) + Number(areLinked(links, old + 1, fresh + 1));

/** Which blocks are ambiguous, as `findAmbiguous` says. */
export interface Ambiguous {
  readonly old: readonly boolean[];
  readonly new: readonly boolean[];
}

/** Pairs of free, unambiguous blocks, most similar first. */
const openPairs = (candidates: Candidates, links: Links, ambiguous: Ambiguous): Candidate[] =>
  candidates.pairs.filter(
    (pair) =>
      isFreeOld(links, pair.old) &&
      isFreeNew(links, pair.new) &&
      !ambiguous.old[pair.old] &&
      !ambiguous.new[pair.new],
  );

/** Links pairs in the order given as long as both blocks are free; answers whether any was. */
function linkInOrder(links: Links, pairs: readonly Candidate[]): boolean {
  let found = false;
  for (const pair of pairs)
    if (isFreeOld(links, pair.old) && isFreeNew(links, pair.new)) {
      link(links, pair.old, pair.new);
      found = true;
    }
  return found;
}

/** Similarities at which linking stops to look around, so that surer links vouch for less sure neighbours. */
const ROUNDS = [0.8, 0.65, 0.5];

/** Best first, in any order: similarity, with a bonus for neighbours already linked in step. */
export function linkSimilar(
  candidates: Candidates,
  texts: PreparedTexts,
  links: Links,
  ambiguous: Ambiguous,
  thresholds: Thresholds,
  least: number,
): void {
  const isShort = (block: PreparedBlock): boolean => block.words.length <= thresholds.shortBlockWords;
  const floor = (pair: Candidate): number =>
    isShort(texts.old[pair.old] as PreparedBlock) || isShort(texts.new[pair.new] as PreparedBlock)
      ? thresholds.linkShort
      : least;
  for (const round of [...ROUNDS.filter((similarity) => similarity > least), least]) {
    const pairs = openPairs(candidates, links, ambiguous)
      .filter((pair) => pair.similarity >= Math.max(round, floor(pair)))
      .map((pair) => ({
        pair,
        score: pair.similarity + thresholds.neighbourBonus * inStep(links, pair.old, pair.new),
      }))
      .sort((a, b) => b.score - a.score || a.pair.old - b.pair.old || a.pair.new - b.pair.new);
    linkInOrder(
      links,
      pairs.map(({ pair }) => pair),
    );
  }
}

/** A lower similarity will do for blocks that stand between linked neighbours. Repeats until nothing is new. */
export function linkBetweenNeighbours(
  candidates: Candidates,
  links: Links,
  ambiguous: Ambiguous,
  thresholds: Thresholds,
): void {
  const open = openPairs(candidates, links, ambiguous).filter(
    (pair) => pair.similarity >= thresholds.linkBetweenNeighbours,
  );
  while (
    linkInOrder(
      links,
      open.filter((pair) => inStep(links, pair.old, pair.new) > 0),
    )
  );
}
