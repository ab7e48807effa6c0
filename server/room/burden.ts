import type * as Y from 'yjs';
import { createGuesses, type Guesses } from './guesses.ts';
import type { Insertion } from './insertions.ts';
import type { Place } from './place.ts';
import { createShares, type Shares, shareAt, shareFrom } from './shares.ts';
import { strainOf } from './strain.ts';
import { WHOLE } from './text-walk.ts';
import type { DeletedRange } from './update-reader.ts';
import type { Cost } from './walk.ts';
import { findSeams, type Seams } from './whole-moves.ts';

/**
 * What a text may cost whoever reads it whole (R78): Yjs then takes its structs by clientID and not in the order in which
 * they came, so that what was put somewhere first may have to pass all that others put there later.
 */
export interface Burden {
  /** By how many each struct may be passed, as last measured; of those that came since, what their neighbours have. */
  readonly shares: Shares;
  /** Where Yjs cuts what it makes one again (R79). */
  seams: Seams;
  /** By how many more any may be passed, because of what has come since between neighbours that were apart. */
  since: number;
  /** Steps charged since because of that. */
  guessed: number;
  readonly guesses: Guesses;
  measured: boolean;
}

export const createBurden = (): Burden => ({
  shares: createShares(),
  seams: new Map(),
  since: 0,
  guessed: 0,
  guesses: createGuesses(),
  measured: false,
});

/** Measures the text anew, some milliseconds for 20,000 structs, and answers its strain. */
export function measure(burden: Burden, doc: Y.Doc): number {
  burden.since = 0;
  burden.guessed = 0;
  burden.measured = true;
  findSeams(doc, burden.seams);
  return strainOf(doc, burden.shares);
}

/**
 * What an insertion is charged: the steps it costs now, and a fourth of those by which it may lengthen the reading of the whole
 * text. So far it may be passed by what stands elsewhere: no more than its neighbours were when the text was measured, and
 * `since` more. Notes the insertion.
 */
export function priceOf(burden: Burden, insertion: Insertion, cost: Cost, isTyped: boolean): number {
  if (cost.steps === Number.POSITIVE_INFINITY) return cost.steps;
  const { client, clock, origin, rightOrigin } = insertion;
  const share = Math.max(shareOf(burden, origin), shareOf(burden, rightOrigin));
  shareFrom(burden.shares, client, clock, share);
  const structs = isTyped ? cost.structs : Math.max(1, cost.structs);
  const guessed = (structs * cost.times * burden.since) / WHOLE;
  const sure = (cost.between - cost.steps + structs * cost.times * share) / WHOLE;
  note(burden, sure, guessed);
  burden.since += cost.between;
  return cost.looks + cost.steps + sure + guessed;
}

/** What deletions are charged: each cuts what it begins in and what it ends in, which then may be passed twice. */
export function priceOfDeletions(burden: Burden, ranges: readonly DeletedRange[]): number {
  if (burden.since === 0 && burden.shares.size === 0) return 0;
  let shares = 0;
  for (const { client, clock, length } of ranges)
    shares += shareOf(burden, { client, clock }) + shareOf(burden, { client, clock: clock + length - 1 });
  const guessed = (2 * ranges.length * burden.since) / WHOLE;
  note(burden, shares / WHOLE, guessed);
  return shares / WHOLE + guessed;
}

function note(burden: Burden, sure: number, guessed: number): void {
  burden.guessed += guessed;
  burden.guesses.sure += sure;
  burden.guesses.unsure += guessed;
}

const shareOf = ({ shares }: Burden, place: Place | null): number =>
  place === null || shares.size === 0 ? 0 : shareAt(shares, place);
