import type { AccountId, DelegationId, DocumentId, IsoTime, ParticipantId } from '../model/ids.ts';
import type { Constituency, Delegation, Participant, Region, Role } from '../model/participant.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';

export interface WantedDelegation {
  readonly name: string;
  readonly constituency: Constituency | null;
  readonly region: Region | null;
}

export interface WantedMember {
  readonly name: string;
  readonly role: Role;
  readonly delegation: WantedDelegation;
}

/** Ids for whatever an invitation makes. */
export interface MemberIds {
  readonly participant: ParticipantId;
  readonly account: AccountId;
  readonly delegation: DelegationId;
}

/** What an invitation makes; `newDelegation` is null when they join one that is there. */
export interface DecidedMember {
  readonly participant: Participant;
  readonly delegation: Delegation;
  readonly newDelegation: Delegation | null;
}

const wrong = (field: string, text: string): Problem =>
  problem('invalid-fields', `${field} ${text}`, [{ field, problem: text }]);

/** Who a role can speak for: delegates for governments, stakeholders for anybody else, only facilitators for nobody. */
export function roleFits(role: Role, constituency: Constituency | null): Problem | null {
  if (constituency === null)
    return role === 'facilitator'
      ? null
      : wrong('delegation.constituency', `is needed for the role ${role}: only facilitators go without`);
  if (role === 'delegate' && constituency !== 'government')
    return wrong('role', 'delegate is for governments: invite others as stakeholder');
  if (role === 'stakeholder' && constituency === 'government')
    return wrong('role', 'stakeholder is for others than governments: invite governments as delegate');
  return null;
}

/** Whether two names are one, however they are encoded and spaced. */
export const sameName = (a: string, b: string): boolean =>
  a.normalize('NFC').trim() === b.normalize('NFC').trim();

/** Invites a person, into an existing delegation of that name and constituency where there is one. */
export function decideMember(
  documentId: DocumentId,
  existing: readonly Delegation[],
  wanted: WantedMember,
  ids: MemberIds,
  now: IsoTime,
): Result<DecidedMember, Problem> {
  const { name, constituency, region } = wanted.delegation;
  const misfit = roleFits(wanted.role, constituency);
  if (misfit !== null) return fail(misfit);
  if (region !== null && constituency !== 'government')
    return fail(wrong('delegation.region', 'is for governments only'));
  const found = existing.find((d) => sameName(d.name, name) && d.constituency === constituency);
  if (found !== undefined && region !== null && found.region !== region)
    return fail(
      wrong('delegation.region', `of ${found.name} is ${found.region ?? 'none'} in this document already`),
    );
  const delegation = found ?? { id: ids.delegation, documentId, name: name.trim(), constituency, region };
  const participant: Participant = {
    id: ids.participant,
    documentId,
    accountId: ids.account,
    name: wanted.name.trim(),
    role: wanted.role,
    delegationId: delegation.id,
    joinedAt: now,
    removedAt: null,
  };
  return ok({ participant, delegation, newDelegation: found === undefined ? delegation : null });
}

const isLastFacilitator = (participant: Participant, all: readonly Participant[]): boolean =>
  participant.role === 'facilitator' &&
  !all.some(
    (other) => other.id !== participant.id && other.role === 'facilitator' && other.removedAt === null,
  );

const lastFacilitator = fail(
  problem('last-facilitator', 'a document keeps at least one facilitator: name another one first'),
);

const gone = fail(problem('not-found', 'this person is no longer a participant of the document'));

/** Gives a participant another role; the delegation stays, so the role must fit it. */
export function decideRole(
  participant: Participant,
  delegation: Delegation,
  role: Role,
  all: readonly Participant[],
): Result<Participant, Problem> {
  if (participant.removedAt !== null) return gone;
  const misfit = roleFits(role, delegation.constituency);
  if (misfit !== null) return fail(misfit);
  if (role !== 'facilitator' && isLastFacilitator(participant, all)) return lastFacilitator;
  return ok({ ...participant, role });
}

/** Ends a participant's access. The row, and everything they wrote, stays under their name. */
export function decideRemoval(
  participant: Participant,
  all: readonly Participant[],
  now: IsoTime,
): Result<Participant, Problem> {
  if (participant.removedAt !== null) return gone;
  if (isLastFacilitator(participant, all)) return lastFacilitator;
  return ok({ ...participant, removedAt: now });
}
