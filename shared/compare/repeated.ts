import { templateOf } from './align.ts';
import { isFreeNew, isFreeOld, type Links, link } from './links.ts';
import type { PreparedBlock, PreparedTexts } from './prepare.ts';

/** How far around a repeated text or short heading its surroundings are looked at, in blocks. */
const REACH = 3;
/** A heading belongs to what stands below it more than to what stands above. */
const BELOW = 1;
const ABOVE = 0.4;

/** How well the surroundings of two blocks are linked to each other. */
function surroundings(links: Links, old: number, fresh: number): number {
  let score = 0;
  for (let step = 1; step <= REACH; step++) {
    for (const [sign, weight] of [
      [1, BELOW],
      [-1, ABOVE],
    ] as const) {
      const partners = links.ofOld[old + sign * step] ?? [];
      for (const partner of partners) {
        const distance = sign * (partner - fresh);
        if (distance >= 1 && distance <= REACH) score += weight / (step + Math.abs(distance - step));
      }
    }
  }
  return score;
}

/** Equal but for numerals: as good as equal, yet an equal text in the same place is better. */
const TEMPLATE_ALIKE = 0.9;

/** How alike two short blocks are, 0 to 1: words in common as Dice, unweighted. */
function shortSimilarity(a: PreparedBlock, b: PreparedBlock): number {
  if (a.key === b.key) return 1;
  const template = templateOf(a);
  if (template !== '' && template === templateOf(b)) return TEMPLATE_ALIKE;
  const words = new Set(a.words);
  let shared = 0;
  for (const word of new Set(b.words)) if (words.has(word)) shared++;
  return (TEMPLATE_ALIKE * 2 * shared) / (words.size + new Set(b.words).size || 1);
}

/**
 * What likeness and surroundings must add up to. A heading in wholly other words needs the two blocks below it,
 * or those on both sides, linked in step; an equal one any linked block near it.
 */
const LEAST_EVIDENCE = 1.4;

/**
 * Links what is left of repeated texts and short blocks by their surroundings, best first; equal texts that
 * nothing around tells apart link in reading order.
 */
export function linkRepeated(texts: PreparedTexts, links: Links, headingWords: number): void {
  const isShort = (block: PreparedBlock): boolean => block.words.length <= headingWords;
  for (let found = true; found; ) {
    found = false;
    const pairs: { old: number; new: number; score: number }[] = [];
    texts.old.forEach((block, old) => {
      if (!isFreeOld(links, old)) return;
      const near = new Set<number>();
      for (let step = -REACH; step <= REACH; step++)
        for (const partner of links.ofOld[old + step] ?? [])
          for (let around = -REACH; around <= REACH; around++) near.add(partner + around);
      for (const fresh of near) {
        const other = texts.new[fresh];
        if (other === undefined || !isFreeNew(links, fresh)) continue;
        const alike =
          isShort(block) && isShort(other) ? shortSimilarity(block, other) : Number(block.key === other.key);
        if (alike === 0 && !(isShort(block) && isShort(other))) continue;
        const around = surroundings(links, old, fresh);
        if (around > 0 && alike + around >= LEAST_EVIDENCE)
          pairs.push({ old, new: fresh, score: alike + around });
      }
    });
    pairs.sort((a, b) => b.score - a.score || a.old - b.old || a.new - b.new);
    for (const pair of pairs)
      if (isFreeOld(links, pair.old) && isFreeNew(links, pair.new)) {
        link(links, pair.old, pair.new);
        found = true;
      }
  }
  linkEqualInOrder(texts, links);
}

/** Equal texts that nothing tells apart, in reading order, where the linked blocks around leave room for it. */
function linkEqualInOrder(texts: PreparedTexts, links: Links): void {
  const waiting = new Map<string, number[]>();
  texts.new.forEach((block, fresh) => {
    if (!isFreeNew(links, fresh)) return;
    const list = waiting.get(block.key);
    if (list === undefined) waiting.set(block.key, [fresh]);
    else list.push(fresh);
  });
  texts.old.forEach((block, old) => {
    if (!isFreeOld(links, old)) return;
    const list = waiting.get(block.key) ?? [];
    const at = list.findIndex((fresh) => isInPlace(links, old, fresh));
    if (at >= 0) link(links, old, list.splice(at, 1)[0] as number);
  });
}

/** The nearest linked blocks above and below both stand on the same sides. */
function isInPlace(links: Links, old: number, fresh: number): boolean {
  const nearest = (step: 1 | -1): number | null => {
    for (let at = old + step; at >= 0 && at < links.ofOld.length; at += step) {
      const partner = links.ofOld[at]?.[0];
      if (partner !== undefined) return partner;
    }
    return null;
  };
  const above = nearest(-1);
  const below = nearest(1);
  return (above === null || above < fresh) && (below === null || below > fresh);
}
