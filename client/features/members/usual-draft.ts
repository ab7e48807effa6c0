import { stateByCode } from '../../../shared/data/find-state.ts';
import type { UnLanguage } from '../../../shared/data/state.ts';
import { inOrderOfNames, statesInOrder } from '../../../shared/data/states-in-order.ts';
import { membersOn, type UsualGroup } from '../../../shared/data/usual-group.ts';
import { GROUPS_READ_ON, USUAL_GROUPS } from '../../../shared/data/usual-groups.ts';
import type { DelegationId } from '../../../shared/model/ids.ts';
import { REGIONS, type Region } from '../../../shared/model/participant.ts';
import type { DirectoryDelegation } from '../../api/register/register-copy.ts';
import { type DraftMember, EMPTY_GROUP, type GroupDraft } from './group-draft.ts';
import { stateOf } from './states.ts';

export { GROUPS_READ_ON };

/** The usual groups by their names, which are English. */
export const usualGroups: readonly UsualGroup[] = inOrderOfNames('en', USUAL_GROUPS, ({ name }) => name);

/** A usual group among the delegations of a document. */
export interface UsualDraft {
  readonly draft: GroupDraft;
  /** Its States that take no part here, by the reader's names and order. */
  readonly absent: readonly string[];
  readonly group: UsualGroup;
}

/** The day a membership began, as the source says: a year alone counts from its first day. */
const dayOf = (date: string | null): string =>
  date === null ? '' : date.length === 4 ? `${date}-01-01` : date;

/** Fills a group from a list: those of its members on that day (`YYYY-MM-DD`) that take part here. */
export function usualDraft(
  id: string,
  delegations: readonly DirectoryDelegation[],
  language: UnLanguage,
  today: string,
): UsualDraft | null {
  const group = USUAL_GROUPS.find((one) => one.id === id);
  if (group === undefined) return null;
  const here = new Map<string, DelegationId>();
  for (const delegation of delegations) {
    const state = stateOf(delegation);
    if (state !== null && !here.has(state.code)) here.set(state.code, delegation.id);
  }
  const now = new Set(membersOn(group, today));
  const members: DraftMember[] = [];
  for (const { code, from } of group.members.filter(
    ({ code: one, until }) => now.has(one) && until === null,
  )) {
    const delegationId = here.get(code);
    if (delegationId !== undefined) members.push({ delegationId, from: dayOf(from), until: '' });
  }
  const absent = [...now].filter((code) => !here.has(code)).map(stateByCode);
  return {
    group,
    draft: { ...EMPTY_GROUP, name: group.name, members },
    absent: statesInOrder(
      language,
      absent.flatMap((state) => state ?? []),
    ).map(({ names }) => names[language]),
  };
}

/** The regional groups of the governments here, each with its members; those without any are left out. */
export const regionalMembers = (
  delegations: readonly DirectoryDelegation[],
): readonly (readonly [Region, readonly DelegationId[]])[] =>
  REGIONS.map(
    (region) =>
      [
        region,
        delegations.flatMap((one) =>
          one.constituency === 'government' && one.region === region ? [one.id] : [],
        ),
      ] as const,
  ).filter(([, members]) => members.length > 0);
