import { findState } from '../../../shared/data/find-state.ts';
import { STATES } from '../../../shared/data/observers.ts';
import type { State, UnLanguage } from '../../../shared/data/state.ts';
import { inOrderOfNames, statesInOrder } from '../../../shared/data/states-in-order.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import type { KnownDelegation } from './invite-fields.ts';

/** What lists of delegations need of one. */
export type NamedDelegation = Pick<Delegation, 'name' | 'constituency'>;

/** What the list says of a State: a government in its regional group. The European Union is no State. */
export const describedState = ({ standing, region }: State): KnownDelegation => ({
  constituency: standing === 'participant' ? 'international-organisation' : 'government',
  region: region ?? '',
});

/** What the list of States knows of a delegation of this name; null where it means none of them. */
export function knownState(name: string): KnownDelegation | null {
  const state = findState(name);
  return state === null ? null : describedState(state);
}

/** The State (or the European Union) that a delegation speaks for. Georgia the company is not Georgia the State. */
export function stateOf({ name, constituency }: NamedDelegation): State | null {
  const state = findState(name);
  return state !== null && describedState(state).constituency === constituency ? state : null;
}

/** What a reader calls the State of a delegation; null where that is how the delegation is entered, or no State. */
export function nameForReader(delegation: NamedDelegation, language: UnLanguage): string | null {
  const name = stateOf(delegation)?.names[language];
  return name === undefined || name === delegation.name ? null : name;
}

/** Delegations in the alphabetical order of a reader: a State stands where that reader looks for it. */
export const inReadersOrder = <Item>(
  language: UnLanguage,
  items: readonly Item[],
  delegationOf: (item: Item) => NamedDelegation,
): readonly Item[] =>
  inOrderOfNames(language, items, (item) => {
    const delegation = delegationOf(item);
    return nameForReader(delegation, language) ?? delegation.name;
  });

/** The names to offer, in the reader's language and its order, without the States that take part already. */
export function offeredStates(language: UnLanguage, delegations: readonly string[]): readonly string[] {
  const present = new Set(delegations.map((name) => findState(name)));
  return statesInOrder(language, STATES)
    .filter((state) => !present.has(state))
    .map(({ names }) => names[language]);
}
