import type { Candidates } from './candidates.ts';
import { areLinked, isFreeNew, isFreeOld, type Links, link, mayLink } from './links.ts';
import type { PreparedBlock, PreparedTexts } from './prepare.ts';
import type { Thresholds } from './thresholds.ts';

/** Clauses of a block: word n-gram → the words at which it begins. */
type Clauses = ReadonlyMap<string, readonly number[]>;

function clausesOf(block: PreparedBlock, length: number): Clauses {
  const clauses = new Map<string, number[]>();
  for (let at = 0; at + length <= block.words.length; at++) {
    const name = block.words.subarray(at, at + length).join(' ');
    const list = clauses.get(name);
    if (list === undefined) clauses.set(name, [at]);
    else list.push(at);
  }
  return clauses;
}

/** Marks the words of one block that stand in clauses shared with another, of which only some words count. */
function cover(
  mask: Uint8Array,
  own: Clauses,
  other: Clauses,
  length: number,
  counts: (otherWord: number) => boolean,
): void {
  for (const [name, places] of own) {
    const others = other.get(name);
    if (others?.some((at) => counts(at + (length >> 1))))
      for (const at of places) mask.fill(1, at, at + length);
  }
}

const weightOf = (block: PreparedBlock, mask: Uint8Array, weights: Float64Array): number => {
  let weight = 0;
  block.words.forEach((word, at) => {
    if (mask[at] === 1) weight += weights[word] as number;
  });
  return weight;
};

/**
 * Finds splits and merges: a block without a partner (or with one) whose clauses stand in what the first partner
 * of another block leaves unexplained. Best first; rows stay one to many or many to one.
 */
export function linkSecondPartners(
  candidates: Candidates,
  texts: PreparedTexts,
  links: Links,
  thresholds: Thresholds,
): void {
  const { clauseWords } = thresholds;
  const clauses = { old: new Map<number, Clauses>(), new: new Map<number, Clauses>() };
  const clausesFor = (side: 'old' | 'new', index: number): Clauses => {
    let found = clauses[side].get(index);
    if (found === undefined) {
      found = clausesOf(texts[side][index] as PreparedBlock, clauseWords);
      clauses[side].set(index, found);
    }
    return found;
  };
  /** Words of a block that its partners explain. */
  const explained = (side: 'old' | 'new', index: number): Uint8Array => {
    const block = texts[side][index] as PreparedBlock;
    const mask = new Uint8Array(block.words.length);
    const otherSide = side === 'old' ? 'new' : 'old';
    const partners = (side === 'old' ? links.ofOld : links.ofNew)[index] as number[];
    for (const partner of partners)
      cover(mask, clausesFor(side, index), clausesFor(otherSide, partner), clauseWords, () => true);
    return mask;
  };
  /** Weight of the guest's clauses that stand in unexplained words of the host. */
  const taken = (guestSide: 'old' | 'new', guest: number, host: number): number => {
    const hostSide = guestSide === 'old' ? 'new' : 'old';
    const known = explained(hostSide, host);
    const block = texts[guestSide][guest] as PreparedBlock;
    const mask = new Uint8Array(block.words.length);
    cover(
      mask,
      clausesFor(guestSide, guest),
      clausesFor(hostSide, host),
      clauseWords,
      (at) => known[at] === 0,
    );
    return weightOf(block, mask, texts.weights);
  };
  const enough = (guestSide: 'old' | 'new', guest: number, weight: number): boolean => {
    const share = weight / ((texts[guestSide][guest] as PreparedBlock).wordWeight || 1);
    if ((texts[guestSide][guest] as PreparedBlock).words.length <= thresholds.shortBlockWords) return false;
    return (
      share >= thresholds.secondPartnerCoverage ||
      (weight >= thresholds.clauseWeight && share >= thresholds.clauseCoverage)
    );
  };
  const pairs: { guestSide: 'old' | 'new'; old: number; new: number; weight: number }[] = [];
  for (const pair of candidates.ofOld.flat()) {
    if (areLinked(links, pair.old, pair.new)) continue;
    const freeOld = isFreeOld(links, pair.old);
    const freeNew = isFreeNew(links, pair.new);
    if (!freeOld && !freeNew) continue;
    const guestSide = freeOld ? 'old' : 'new';
    const [guest, host] = freeOld ? [pair.old, pair.new] : [pair.new, pair.old];
    const weight = taken(guestSide, guest, host);
    if (enough(guestSide, guest, weight)) pairs.push({ guestSide, old: pair.old, new: pair.new, weight });
  }
  pairs.sort((a, b) => b.weight - a.weight || a.old - b.old || a.new - b.new);
  for (const pair of pairs) {
    const [guest, host] = pair.guestSide === 'old' ? [pair.old, pair.new] : [pair.new, pair.old];
    if (!mayLink(links, pair.old, pair.new)) continue;
    if (pair.guestSide === 'old' ? !isFreeOld(links, guest) : !isFreeNew(links, guest)) continue;
    if (enough(pair.guestSide, guest, taken(pair.guestSide, guest, host))) link(links, pair.old, pair.new);
  }
}
