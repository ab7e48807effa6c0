import type { DelegationHead, Group, Membership } from '../model/group.ts';
import type { DelegationId, GroupId, IsoTime, ParticipantId } from '../model/ids.ts';
import type { Delegation, Participant } from '../model/participant.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';

/** A group as facilitators ask for it. A membership without a beginning keeps the one it has, or begins now. */
export interface WantedGroup {
  readonly name: string;
  readonly members: readonly {
    readonly delegationId: DelegationId;
    readonly from: IsoTime | null;
    readonly until: IsoTime | null;
  }[];
  readonly spokesperson: DelegationId | null;
}

/** What a group is judged against. `before` is the group as it stands; null for a new one. */
export interface GroupFacts {
  readonly id: GroupId;
  readonly before: Group | null;
  readonly others: readonly Group[];
  readonly delegations: readonly Delegation[];
  readonly by: Signature;
}

const wrong = (field: string, said: string): { readonly ok: false; readonly error: Problem } =>
  fail(problem('invalid-fields', `${field}: ${said}`, [{ field, problem: said }]));

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** A group, or what is wrong with it. Its name is no other group's; nobody is a member twice at a time. */
export function decideGroup(wanted: WantedGroup, facts: GroupFacts): Result<Group, Problem> {
  const { id, before, others, delegations, by } = facts;
  const name = wanted.name.trim();
  if (others.some((other) => other.id !== id && plain(other.name) === plain(name)))
    return fail(
      problem('already-exists', `there is a group named ${name} already`, [
        { field: 'name', problem: 'is the name of another group' },
      ]),
    );
  const members: Membership[] = [];
  for (const [k, { delegationId, from, until }] of wanted.members.entries()) {
    if (!delegations.some((delegation) => delegation.id === delegationId))
      return wrong(`members.${k}.delegationId`, 'is no delegation of this document');
    const kept = before?.members.find((member) => member.delegationId === delegationId)?.from;
    const begins = from ?? kept ?? by.at;
    if (until !== null && until <= begins)
      return wrong(`members.${k}.until`, 'must be later than the beginning');
    const member = { delegationId, from: begins, until };
    if (members.some((other) => overlap(other, member)))
      return wrong(`members.${k}.delegationId`, 'is a member at that time already');
    members.push(member);
  }
  const { spokesperson } = wanted;
  if (spokesperson !== null && !members.some(({ delegationId }) => delegationId === spokesperson))
    return wrong('spokesperson', 'must be a member');
  const documentId = delegations[0]?.documentId ?? before?.documentId;
  if (documentId === undefined) throw new Error('a document has delegations');
  return ok({ id, documentId, name, members, spokesperson, by });
}

const overlap = (a: Membership, b: Membership): boolean =>
  a.delegationId === b.delegationId &&
  (a.until === null || b.from < a.until) &&
  (b.until === null || a.from < b.until);

/** Names a head: somebody of that delegation who has access. */
export function decideHead(
  delegation: Delegation,
  participant: Participant | null,
  by: Signature,
): Result<DelegationHead, Problem> {
  const { id, documentId } = delegation;
  if (participant === null || participant.delegationId !== id || participant.removedAt !== null)
    return wrong('participantId', 'is nobody who takes part for this delegation');
  return ok({ id, documentId, participantId: participant.id, by });
}

/** The head of a delegation: who was named, if they still have access; else its earliest participant who has. */
export function headOf(
  delegation: DelegationId,
  named: ParticipantId | null,
  participants: readonly Pick<Participant, 'id' | 'delegationId' | 'joinedAt' | 'removedAt'>[],
): ParticipantId | null {
  const there = participants
    .filter(({ delegationId, removedAt }) => delegationId === delegation && removedAt === null)
    .sort((a, b) => (a.joinedAt < b.joinedAt ? -1 : 1));
  return (there.find(({ id }) => id === named) ?? there[0])?.id ?? null;
}
