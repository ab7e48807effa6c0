import { type Group, isMember } from '../../model/group.ts';
import type { DelegationId, GroupId, IsoTime } from '../../model/ids.ts';
import type { Proposal } from '../../model/proposal.ts';
import type { Attribution } from '../../model/rolling.ts';

export interface Names {
  readonly delegations: ReadonlyMap<string, { readonly name: string }>;
  readonly groups: ReadonlyMap<string, Group>;
}

/** Proposer first, then co-sponsors in the order in which they asked. */
export const sponsorsOf = ({ by, sponsors }: Proposal): readonly DelegationId[] => [
  ...new Set([
    by.delegationId,
    ...sponsors.filter(({ state }) => state === 'accepted').map(({ delegationId }) => delegationId),
  ]),
];

/**
 * Who stands behind a proposal. A group is named when the proposer spoke for it, or when those behind the proposal are
 * all its members; co-sponsors outside the group are named beside it. A group is never named for some of its members.
 */
export function attributionOf(proposal: Proposal, names: Names, now: IsoTime): Attribution {
  const delegations = sponsorsOf(proposal);
  const group = groupOf(proposal, delegations, names, now);
  const inGroup = (delegation: DelegationId): boolean =>
    group !== null && (isMember(group, delegation, now) || delegation === proposal.by.delegationId);
  const others = delegations.filter((delegation) => !inGroup(delegation));
  const said = [
    ...(group === null ? [] : [group.name]),
    ...others.map((delegation) => names.delegations.get(delegation)?.name ?? '?'),
  ];
  return { names: said.join(', '), delegations, group: group?.id ?? null, proposals: [proposal.id] };
}

function groupOf(
  { by }: Proposal,
  delegations: readonly DelegationId[],
  { groups }: Names,
  now: IsoTime,
): Group | null {
  if (by.onBehalfOf !== null) return groups.get(by.onBehalfOf) ?? null;
  if (delegations.length < 2) return null;
  const behind = new Set(delegations);
  for (const group of groups.values()) {
    const members = new Set(
      group.members
        .filter(({ delegationId }) => isMember(group, delegationId, now))
        .map((m) => m.delegationId),
    );
    if (members.size === behind.size && [...members].every((member) => behind.has(member))) return group;
  }
  return null;
}

/** Several who want the very same. */
export function together(attributions: readonly [Attribution, ...Attribution[]]): Attribution {
  if (attributions.length === 1) return attributions[0];
  const groups = new Set<GroupId | null>(attributions.map(({ group }) => group));
  return {
    names: [...new Set(attributions.map(({ names }) => names))].join(', '),
    delegations: [...new Set(attributions.flatMap(({ delegations }) => delegations))],
    group: groups.size === 1 ? attributions[0].group : null,
    proposals: [...new Set(attributions.flatMap(({ proposals }) => proposals))],
  };
}
