import type { Candidates } from './candidates.ts';
import { isFreeNew, isFreeOld, type Links, link, mayLink } from './links.ts';
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
  /** The clauses of a guest that stand in words of the host which nobody explains yet, and what they weigh. */
  const measure = (guestSide: 'old' | 'new', guest: number, host: number): Shared => {
    const hostSide = guestSide === 'old' ? 'new' : 'old';
    const known = explained(hostSide, host);
    const guestBlock = texts[guestSide][guest] as PreparedBlock;
    const hostBlock = texts[hostSide][host] as PreparedBlock;
    const [guestClauses, hostClauses] = [clausesFor(guestSide, guest), clausesFor(hostSide, host)];
    const inGuest = new Uint8Array(guestBlock.words.length);
    cover(inGuest, guestClauses, hostClauses, clauseWords, (at) => known[at] === 0);
    const inHost = new Uint8Array(hostBlock.words.length);
    cover(inHost, hostClauses, guestClauses, clauseWords, () => true);
    known.forEach((is, at) => {
      if (is === 1) inHost[at] = 0;
    });
    const weight = weightOf(guestBlock, inGuest, texts.weights);
    return {
      weight: weight / texts.rareWord,
      ofGuest: weight / (guestBlock.wordWeight || 1),
      ofHost: weightOf(hostBlock, inHost, texts.weights) / (hostBlock.wordWeight || 1),
    };
  };
  const isPartner = (guest: PreparedBlock, { weight, ofGuest, ofHost }: Shared): boolean => {
    if (guest.words.length <= thresholds.shortBlockWords) return false;
    const share = Math.max(ofGuest, ofHost);
    return (
      ofGuest >= thresholds.secondPartnerCoverage ||
      (weight >= thresholds.clauseWeight && share >= thresholds.clauseCoverage) ||
      (weight >= thresholds.longClauseWeight && share >= thresholds.longClauseCoverage)
    );
  };
  const pairs: { guestSide: 'old' | 'new'; old: number; new: number; weight: number }[] = [];
  for (const pair of candidates.ofOld.flat()) {
    const freeOld = isFreeOld(links, pair.old);
    const freeNew = isFreeNew(links, pair.new);
    if (freeOld === freeNew || !mayLink(links, pair.old, pair.new)) continue;
    const guestSide = freeOld ? 'old' : 'new';
    const [guest, host] = freeOld ? [pair.old, pair.new] : [pair.new, pair.old];
    const shared = measure(guestSide, guest, host);
    if (isPartner(texts[guestSide][guest] as PreparedBlock, shared))
      pairs.push({ guestSide, old: pair.old, new: pair.new, weight: shared.weight });
  }
  pairs.sort((a, b) => b.weight - a.weight || a.old - b.old || a.new - b.new);
  for (const { guestSide, old, new: fresh } of pairs) {
    const [guest, host] = guestSide === 'old' ? [old, fresh] : [fresh, old];
    if (isFreeOld(links, old) === isFreeNew(links, fresh) || !mayLink(links, old, fresh)) continue;
    if (isPartner(texts[guestSide][guest] as PreparedBlock, measure(guestSide, guest, host)))
      link(links, old, fresh);
  }
}

/** What two blocks have in common and nobody else explains: in rare words, and as shares of both. */
interface Shared {
  readonly weight: number;
  readonly ofGuest: number;
  readonly ofHost: number;
}
