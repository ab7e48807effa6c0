import { findState } from '../data/find-state.ts';
import type { DelegationId } from '../model/ids.ts';
import type { Delegation } from '../model/participant.ts';

/** Compared alike: letters of either case, composed or not, without an article in front and punctuation. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

/**
 * The delegation here that a printed name most likely means, or null: one with the same name, or the same State by any
 * of its names. A suggestion for a person to confirm; where two fit, none is made.
 */
export function suggestDelegation(
  printed: string,
  delegations: readonly Pick<Delegation, 'id' | 'name' | 'constituency'>[],
): DelegationId | null {
  // The facilitators themselves say nothing in a meeting that somebody else would note as theirs.
  const speakers = delegations.filter(({ constituency }) => constituency !== null);
  const named = speakers.filter(({ name }) => plain(name) === plain(printed));
  if (named.length > 0) return named.length === 1 ? (named[0]?.id ?? null) : null;
  const state = findState(printed);
  if (state === null) return null;
  const same = speakers.filter(
    ({ name, constituency }) => constituency === 'government' && findState(name) === state,
  );
  return same.length === 1 ? (same[0]?.id ?? null) : null;
}
