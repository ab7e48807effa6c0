import type { InviteManyRequest } from '../../../shared/api/delegation.ts';
import { findState, stateByCode } from '../../../shared/data/find-state.ts';
import { STATES } from '../../../shared/data/observers.ts';
import type { State, StateCode, UnLanguage } from '../../../shared/data/state.ts';
import { statesInOrder } from '../../../shared/data/states-in-order.ts';
import { membersOn } from '../../../shared/data/usual-group.ts';
import { USUAL_GROUPS } from '../../../shared/data/usual-groups.ts';
import { REGIONS, type Region } from '../../../shared/model/participant.ts';
import { describedState, type NamedDelegation, stateOf } from './states.ts';

/** Which States a list stands for: all, a regional group, or a usual group. */
export type StateList = 'members' | 'observers' | `region:${Region}` | `group:${string}`;

/** The States of a list, on a day (`YYYY-MM-DD`). */
export function statesOf(list: StateList, today: string): readonly State[] {
  if (list === 'members') return STATES.filter(({ standing }) => standing === 'member');
  if (list === 'observers') return STATES.filter(({ standing }) => standing !== 'member');
  const region = REGIONS.find((one) => list === `region:${one}`);
  if (region !== undefined) return STATES.filter((state) => state.region === region);
  const group = USUAL_GROUPS.find(({ id }) => list === `group:${id}`);
  return group === undefined ? [] : membersOn(group, today).flatMap((code) => stateByCode(code) ?? []);
}

/** Names as people paste them: a line each, or parted by semicolons or tabs. What is not recognised stays to be mended. */
export function readNames(text: string): {
  readonly states: readonly State[];
  readonly unknown: readonly string[];
} {
  const names = text
    .split(/[\n;\t；]/u)
    .map((name) =>
      name
        .trim()
        .replace(/^[-–•*·]\s+/u, '')
        .replace(/^\d+[.)]\s+/u, ''),
    )
    .filter((name) => name !== '');
  const states: State[] = [];
  const unknown: string[] = [];
  for (const name of names) {
    const state = findState(name);
    if (state === null) unknown.push(name);
    else if (!states.includes(state)) states.push(state);
  }
  return { states, unknown };
}

/** States that have somebody with access in the document already. */
export const statesHere = (delegations: readonly NamedDelegation[]): ReadonlySet<StateCode> =>
  new Set(delegations.flatMap((delegation) => stateOf(delegation)?.code ?? []));

/** Those chosen, as the reader looks for them, without those who take part already. */
export const toInvite = (
  language: UnLanguage,
  chosen: ReadonlySet<StateCode>,
  here: ReadonlySet<StateCode>,
): readonly State[] =>
  statesInOrder(
    language,
    STATES.filter(({ code }) => chosen.has(code) && !here.has(code)),
  );

/** What the server is asked for: names in one language, a person each, called after the delegation unless named. */
export const inviteManyOf = (
  states: readonly State[],
  language: UnLanguage,
  persons: ReadonlyMap<StateCode, string>,
  afterDelegation: (name: string) => string,
): InviteManyRequest => ({
  delegations: states.map((state) => {
    const { constituency, region } = describedState(state);
    const name = state.names[language];
    const person = persons.get(state.code)?.trim() ?? '';
    return {
      name,
      constituency: constituency === 'none' ? null : constituency,
      region: region === '' ? null : region,
      person: person === '' ? afterDelegation(name) : person,
    };
  }),
});
