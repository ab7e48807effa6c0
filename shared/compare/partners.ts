import type { Candidate, Candidates } from './candidates.ts';
import { type Clauses, clauseFinder } from './clauses.ts';
import { isFreeNew, isFreeOld, type Links, link, mayLink } from './links.ts';
import { type PreparedBlock, type PreparedTexts, wordWeightOf } from './prepare.ts';
import type { Thresholds } from './thresholds.ts';

type Side = 'old' | 'new';
const otherSide = (side: Side): Side => (side === 'old' ? 'new' : 'old');

/** What two blocks have in common and nobody else explains: in rare words, and as shares of both. */
interface Shared {
  readonly weight: number;
  readonly ofGuest: number;
  readonly ofHost: number;
}

/** Marks the words of a block that stand in clauses of another, of which only those count that `counts` names. */
function cover(mask: Uint8Array, own: Clauses, other: Clauses, counts: (otherWord: number) => boolean): void {
  const middle = own.length >> 1;
  own.at.forEach((clause, word) => {
    const places = other.places.get(clause);
    if (places?.some((place) => counts(place + middle))) mask.fill(1, word, word + own.length);
  });
}

function weightOf(block: PreparedBlock, mask: Uint8Array, weights: Float64Array): number {
  let weight = 0;
  for (let at = 0; at < mask.length; at++)
    if (mask[at] === 1) weight += weights[block.words[at] as number] as number;
  return weight;
}

/**
 * Finds splits and merges: a block without a partner (the guest) whose clauses stand in what the partners of
 * another block (the host) leave unexplained. Best first; rows stay one to many or many to one.
 */
export function linkSecondPartners(
  candidates: Candidates,
  texts: PreparedTexts,
  links: Links,
  thresholds: Thresholds,
): void {
  const clausesOf = clauseFinder(thresholds.clauseWords);
  const blockAt = (side: Side, index: number): PreparedBlock => texts[side][index] as PreparedBlock;
  const partnersOf = (side: Side, index: number): readonly number[] =>
    (side === 'old' ? links.ofOld : links.ofNew)[index] as number[];

  const explained = (side: Side, index: number): Uint8Array => {
    const block = blockAt(side, index);
    const mask = new Uint8Array(block.words.length);
    for (const partner of partnersOf(side, index))
      cover(mask, clausesOf(block), clausesOf(blockAt(otherSide(side), partner)), () => true);
    return mask;
  };

  const measure = (side: Side, guest: number, host: number): Shared => {
    const known = explained(otherSide(side), host);
    const guestBlock = blockAt(side, guest);
    const hostBlock = blockAt(otherSide(side), host);
    const [guestClauses, hostClauses] = [clausesOf(guestBlock), clausesOf(hostBlock)];
    const inGuest = new Uint8Array(guestBlock.words.length);
    cover(inGuest, guestClauses, hostClauses, (word) => known[word] === 0);
    const inHost = new Uint8Array(hostBlock.words.length);
    cover(inHost, hostClauses, guestClauses, () => true);
    for (let at = 0; at < known.length; at++) if (known[at] === 1) inHost[at] = 0;
    const weight = weightOf(guestBlock, inGuest, texts.weights);
    return {
      weight: weight / texts.rareWord,
      ofGuest: weight / (wordWeightOf(guestBlock, texts.weights) || 1),
      ofHost: weightOf(hostBlock, inHost, texts.weights) / (wordWeightOf(hostBlock, texts.weights) || 1),
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

  /** Null unless exactly one of the two is free and a row of them would be one to many or many to one. */
  const judge = ({ old, new: fresh }: Candidate): number | null => {
    const freeOld = isFreeOld(links, old);
    if (freeOld === isFreeNew(links, fresh) || !mayLink(links, old, fresh)) return null;
    const [side, guest, host] = freeOld ? (['old', old, fresh] as const) : (['new', fresh, old] as const);
    const shared = measure(side, guest, host);
    return isPartner(blockAt(side, guest), shared) ? shared.weight : null;
  };

  const found = candidates.pairs.flatMap((pair) => {
    const weight = judge(pair);
    return weight === null ? [] : [{ pair, weight }];
  });
  found.sort((a, b) => b.weight - a.weight || a.pair.old - b.pair.old || a.pair.new - b.pair.new);
  for (const { pair } of found) if (judge(pair) !== null) link(links, pair.old, pair.new);
}
