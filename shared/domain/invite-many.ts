import { findState } from '../data/find-state.ts';
import type { DocumentId, IsoTime } from '../model/ids.ts';
import type { Delegation, Participant, Role } from '../model/participant.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import {
  type DecidedMember,
  decideMember,
  type MemberIds,
  sameName,
  type WantedDelegation,
} from './member.ts';

/** A delegation that is asked to take part, with one person. */
export interface WantedDelegate extends WantedDelegation {
  /** How the person is called; null: after the delegation. */
  readonly person: string | null;
  /** Null: delegate for a government, stakeholder for anybody else. */
  readonly role: Role | null;
}

/** Whoever is invited, and the delegations that had somebody with access already. */
export interface DecidedMany {
  readonly members: readonly DecidedMember[];
  /** The name that was asked for, and the delegation that it means. */
  readonly present: readonly { readonly asked: string; readonly delegation: Delegation }[];
}

/** The delegation that is meant: of that name, or the same State under another of its names. */
function sameDelegation(existing: readonly Delegation[], { name, constituency }: WantedDelegation) {
  const alike = existing.filter((delegation) => delegation.constituency === constituency);
  const named = alike.find((delegation) => sameName(delegation.name, name));
  const state = named === undefined ? findState(name) : null;
  return named ?? (state === null ? undefined : alike.find((one) => findState(one.name) === state));
}

/**
 * Invites one person for each delegation. One that has somebody with access is told and not asked twice; one that has
 * nobody left is entered again and not doubled. All or none: a wrong one is named and nothing is done.
 */
export function decideInvitations(
  documentId: DocumentId,
  existing: readonly Delegation[],
  participants: readonly Participant[],
  wanted: readonly WantedDelegate[],
  newIds: () => MemberIds,
  now: IsoTime,
): Result<DecidedMany, Problem> {
  const here = new Set(
    participants.filter(({ removedAt }) => removedAt === null).map(({ delegationId }) => delegationId),
  );
  const known = [...existing];
  const members: DecidedMember[] = [];
  const present: { asked: string; delegation: Delegation }[] = [];
  for (const [k, one] of wanted.entries()) {
    const found = sameDelegation(known, one);
    if (found !== undefined && here.has(found.id)) {
      present.push({ asked: one.name, delegation: found });
      continue;
    }
    const decided = decideMember(
      documentId,
      known,
      {
        name: one.person ?? `Delegation of ${one.name.trim()}`,
        role: one.role ?? (one.constituency === 'government' ? 'delegate' : 'stakeholder'),
        delegation: found ?? one,
      },
      newIds(),
      now,
    );
    if (!decided.ok) return fail(inPlace(decided.error, k));
    const { delegation, newDelegation } = decided.value;
    members.push(decided.value);
    here.add(delegation.id);
    if (newDelegation !== null) known.push(newDelegation);
  }
  return members.length === 0
    ? fail(problem('already-exists', 'all of these delegations take part already: nobody was invited'))
    : ok({ members, present });
}

/** The problem of one delegation, with its place in the request. */
const inPlace = (wrong: Problem, k: number): Problem => ({
  ...wrong,
  detail: `delegations.${k}: ${wrong.detail}`,
  ...(wrong.fields === undefined
    ? {}
    : {
        fields: wrong.fields.map(({ field, problem: said }) => ({
          field: `delegations.${k}.${field.replace(/^delegation\./, '')}`,
          problem: said,
        })),
      }),
});
