import { type Holder, holderKey } from '../model/holder.ts';
import type { ParagraphId } from '../model/ids.ts';
import { atOnce, type Steps } from '../model/steps.ts';
import { isObjection } from './held-position.ts';
import type { PositionMatrix } from './position-matrix.ts';
import type { ConsensusReading } from './rough-consensus.ts';

/** How many pairs are told at most; how many there were is told with them. */
export const MOST_PAIRS = 100;

/** Paragraphs by what is said against them: opposed delegations, then concerned ones, then who wants them kept. */
export const mostContested = (readings: readonly ConsensusReading[]): ConsensusReading[] =>
  readings
    .filter(({ objections, outside }) => objections.length + outside.length > 0)
    .sort(
      ({ numbers: a, objections: ofA }, { numbers: b, objections: ofB }) =>
        b.oppose - a.oppose || b.concern - a.concern || ofB.length - ofA.length || b.support - a.support,
    );

/** What a holder objects to, in its own voice: by positions, or anything else that names paragraphs. */
export interface Objecting {
  readonly holder: Holder;
  readonly paragraphs: ReadonlySet<ParagraphId>;
}

/** Two holders that object to the same paragraphs (rule V38). */
export interface ObjectionPair {
  readonly a: Holder;
  readonly b: Holder;
  /** Paragraphs both object to, in reading order. */
  readonly shared: readonly ParagraphId[];
  /** Paragraphs at least one of them objects to. */
  readonly either: number;
  /** Jaccard index: `shared` over `either`, from 0 to 1. */
  readonly likeness: number;
}

/** Own voices alone: members that are merely spoken for by one group would all be pairs of one another. */
export const objectingIn = ({ held, paragraphAt }: PositionMatrix): Objecting[] =>
  [...held.values()].flatMap((row): Objecting[] => {
    const against = [...row.values()].filter(
      ({ position, paragraph }) => isObjection(position.standing) && paragraphAt.has(paragraph),
    );
    const [first] = against;
    if (first === undefined) return [];
    return [
      { holder: first.position.holder, paragraphs: new Set(against.map(({ paragraph }) => paragraph)) },
    ];
  });

export interface ObjectionPairs {
  readonly pairs: readonly ObjectionPair[];
  readonly total: number;
}

/** Pairs with most paragraphs in common first; among equals those that object to little else. */
export const objectionPairs = (
  objecting: readonly Objecting[],
  reading: readonly ParagraphId[],
  most = MOST_PAIRS,
): ObjectionPairs => atOnce(objectionPairsSteps(objecting, reading, most));

/** As `objectionPairs`, in steps of one holder each. */
export function* objectionPairsSteps(
  objecting: readonly Objecting[],
  reading: readonly ParagraphId[],
  most = MOST_PAIRS,
): Steps<ObjectionPairs> {
  const at = new Map(reading.map((id, k) => [id, k]));
  const words = Math.ceil(reading.length / 32);
  const rows = objecting
    .map(({ holder, paragraphs }) => ({ holder, bits: bitsOf(paragraphs, at, words) }))
    .sort((a, b) => (holderKey(a.holder) < holderKey(b.holder) ? -1 : 1));
  const found: { a: number; b: number; both: number; either: number }[] = [];
  for (const [a, { bits: left }] of rows.entries()) {
    yield;
    for (let b = a + 1; b < rows.length; b++) {
      const right = rows[b]?.bits ?? left;
      let [both, either] = [0, 0];
      for (let w = 0; w < words; w++) {
        both += ones((left[w] ?? 0) & (right[w] ?? 0));
        either += ones((left[w] ?? 0) | (right[w] ?? 0));
      }
      if (both > 0) found.push({ a, b, both, either });
    }
  }
  yield;
  found.sort((x, y) => y.both - x.both || x.either - y.either);
  const pairs = found.slice(0, most).flatMap(({ a, b, both, either }): ObjectionPair[] => {
    const [left, right] = [rows[a], rows[b]];
    if (left === undefined || right === undefined) return [];
    const shared = reading.filter((_, k) => has(left.bits, k) && has(right.bits, k));
    return [{ a: left.holder, b: right.holder, shared, either, likeness: both / either }];
  });
  return { pairs, total: found.length };
}

function bitsOf(
  paragraphs: ReadonlySet<ParagraphId>,
  at: ReadonlyMap<ParagraphId, number>,
  words: number,
): Uint32Array {
  const bits = new Uint32Array(words);
  for (const id of paragraphs) {
    const k = at.get(id);
    if (k !== undefined) bits[k >>> 5] = (bits[k >>> 5] ?? 0) | (1 << (k & 31));
  }
  return bits;
}

const has = (bits: Uint32Array, k: number): boolean => (((bits[k >>> 5] ?? 0) >>> (k & 31)) & 1) === 1;

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
