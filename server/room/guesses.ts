import type { ParticipantId } from '../../shared/model/ids.ts';
import { emptied } from './emptied.ts';

/**
 * What was charged for reading a text whole since it was measured (R78): what is sure, and what only may be. Who pays for a guess
 * is seldom who made it necessary, so that it is given back as far as measuring shows that it was none.
 */
export interface Guesses {
  /** The text's strain when it was measured. */
  strain: number;
  /** Charged for pairs that there are, and for pairs that there may be. */
  sure: number;
  unsure: number;
  /** Of the latter, who paid how much. */
  paid: Map<ParticipantId, number>;
}

export const createGuesses = (): Guesses => ({ strain: 0, sure: 0, unsure: 0, paid: new Map() });

/** What was charged since `before` was paid by somebody. */
export function notePaid({ unsure, paid }: Guesses, author: ParticipantId, before: number): void {
  if (unsure > before) paid.set(author, (paid.get(author) ?? 0) + unsure - before);
}

/**
 * The text was measured: what it has become heavier by and is not covered by what is sure was guessed right. Answers what each
 * gets back of the rest, less what measuring took, and begins anew. `grown`: in steps, and so is `taken`.
 */
export function settle(
  guesses: Guesses,
  strain: number,
  grown: number,
  taken: number,
): [ParticipantId, number][] {
  const kept = Math.max(0, grown - guesses.sure) + taken;
  const share = guesses.unsure <= kept ? 0 : 1 - kept / guesses.unsure;
  const back = [...guesses.paid].map(([author, steps]): [ParticipantId, number] => [author, share * steps]);
  guesses.strain = strain;
  guesses.sure = 0;
  guesses.unsure = 0;
  guesses.paid = emptied(guesses.paid);
  return back;
}

/** Runs something of which nobody is charged. */
export function unpaid<Told>(guesses: Guesses, act: () => Told): Told {
  const { sure, unsure } = guesses;
  const told = act();
  guesses.sure = sure;
  guesses.unsure = unsure;
  return told;
}
