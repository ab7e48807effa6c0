import { findState } from '../../../shared/data/find-state.ts';
import { STATES } from '../../../shared/data/observers.ts';
import type { State, UnLanguage } from '../../../shared/data/state.ts';
import { statesInOrder } from '../../../shared/data/states-in-order.ts';
import type { KnownDelegation } from './invite-fields.ts';

/** What the list says of a State: a government in its regional group. The European Union is no State. */
const known = ({ standing, region }: State): KnownDelegation => ({
  constituency: standing === 'participant' ? 'international-organisation' : 'government',
  region: region ?? '',
});

/** What the list of States knows of a delegation of this name; null where it means none of them. */
export function knownState(name: string): KnownDelegation | null {
  const state = findState(name);
  return state === null ? null : known(state);
}

/** The names to offer, in the reader's language and its order, without the States that take part already. */
export function offeredStates(language: UnLanguage, delegations: readonly string[]): readonly string[] {
  const present = new Set(delegations.map((name) => findState(name)));
  return statesInOrder(language, STATES)
    .filter((state) => !present.has(state))
    .map(({ names }) => names[language]);
}
