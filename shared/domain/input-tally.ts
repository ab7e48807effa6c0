import { type Input, isTakenUp, isUndecided } from './input.ts';

/** How many inputs there are of a kind, and what became of them. Withdrawn ones without a decision are left out. */
export interface Tally {
  readonly all: number;
  readonly takenUp: number;
  /** Decided otherwise. */
  readonly notTakenUp: number;
  readonly undecided: number;
  /** Those whose author said so. */
  readonly unsatisfied: number;
}

/**
 * Counts by key: an input once for each of its keys, such as the delegations of a joint submission, and nowhere where it
 * has none. Keys stand in the order in which they first occur.
 */
export function tallyInputs<Key>(
  inputs: readonly Input[],
  keysOf: (input: Input) => readonly Key[],
): Map<Key, Tally> {
  const tallies = new Map<Key, Tally>();
  const counted = inputs.filter((input) => !input.withdrawn || input.disposition !== null);
  for (const [input, key] of counted.flatMap((one) => keysOf(one).map((key) => [one, key] as const))) {
    const { all = 0, takenUp = 0, notTakenUp = 0, undecided = 0, unsatisfied = 0 } = tallies.get(key) ?? {};
    const taken = isTakenUp(input);
    const open = isUndecided(input);
    tallies.set(key, {
      all: all + 1,
      takenUp: takenUp + (taken ? 1 : 0),
      notTakenUp: notTakenUp + (taken || open ? 0 : 1),
      undecided: undecided + (open ? 1 : 0),
      unsatisfied: unsatisfied + (input.disposition?.reaction?.satisfied === false ? 1 : 0),
    });
  }
  return tallies;
}
