import type { InviteRequest, Member } from '../../../shared/api/member.ts';
import type { Constituency, Region, Role } from '../../../shared/model/participant.ts';

/** The invitation form as it is filled in. */
export interface InviteFields {
  readonly name: string;
  readonly role: Role;
  readonly delegation: string;
  readonly constituency: Constituency | 'none';
  readonly region: Region | '';
}

/** What a delegation's name alone tells of it. */
export type KnownDelegation = Pick<InviteFields, 'constituency' | 'region'>;

export const EMPTY_INVITE: InviteFields = {
  name: '',
  role: 'delegate',
  delegation: '',
  constituency: 'government',
  region: '',
};

/** What the fields say, as the server wants it: a regional group only of a government. */
export function inviteRequestOf(fields: InviteFields): InviteRequest {
  const { name, role, delegation, constituency, region } = fields;
  return {
    name: name.trim(),
    role,
    delegation: {
      name: delegation.trim(),
      constituency: constituency === 'none' ? null : constituency,
      region: constituency === 'government' && region !== '' ? region : null,
    },
  };
}

/** What the delegations that take part say of one of this name; null where none is called so. */
export function knownMember(members: readonly Member[], name: string): KnownDelegation | null {
  const delegation = members.find((member) => member.delegation.name === name)?.delegation;
  return delegation === undefined
    ? null
    : { constituency: delegation.constituency ?? 'none', region: delegation.region ?? '' };
}

const same = (a: KnownDelegation, b: KnownDelegation): boolean =>
  a.constituency === b.constituency && a.region === b.region;

/**
 * The fields with another name of the delegation. A name that is known fills in the rest; what a name had filled in is
 * taken back when it becomes one that is not known (Georgia, then Georgia Institute), unless it was changed by hand.
 */
export function withDelegation(
  fields: InviteFields,
  delegation: string,
  known: (name: string) => KnownDelegation | null,
): InviteFields {
  const before = known(fields.delegation);
  const now = known(delegation);
  if (now !== null && before !== null && same(now, before)) return { ...fields, delegation };
  if (now !== null) return { ...fields, delegation, ...now };
  const { constituency, region } = EMPTY_INVITE;
  return before !== null && same(before, fields)
    ? { ...fields, delegation, constituency, region }
    : { ...fields, delegation };
}
