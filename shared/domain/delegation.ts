import type { ChangedDelegation, EarlierDelegation } from '../model/delegation-change.ts';
import type { Delegation, Participant } from '../model/participant.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import { roleFits, sameName, type WantedDelegation } from './member.ts';

/** What a change of a delegation is judged against. */
export interface DelegationFacts {
  readonly delegation: Delegation;
  /** What it was before its earlier changes, the oldest first. */
  readonly earlier: readonly EarlierDelegation[];
  /** All delegations of the document. */
  readonly all: readonly Delegation[];
  /** All participants of the document. */
  readonly participants: readonly Participant[];
  readonly by: Signature;
}

const wrong = (field: string, said: string): { readonly ok: false; readonly error: Problem } =>
  fail(problem('invalid-fields', `${field}: ${said}`, [{ field, problem: said }]));

/**
 * A delegation with another name, constituency or regional group, or what is wrong with it. Its people keep their
 * roles, so the constituency must suit all who have access (P8). Whatever it was before is kept.
 */
export function decideDelegation(
  wanted: Partial<WantedDelegation>,
  { delegation, earlier, all, participants, by }: DelegationFacts,
): Result<ChangedDelegation, Problem> {
  const { id, documentId } = delegation;
  const name = wanted.name?.trim() ?? delegation.name;
  const constituency = wanted.constituency === undefined ? delegation.constituency : wanted.constituency;
  const government = constituency === 'government';
  const region = wanted.region === undefined ? (government ? delegation.region : null) : wanted.region;
  if (region !== null && !government) return wrong('region', 'is for governments only');
  const unfit = participants.find(
    ({ delegationId, removedAt, role }) =>
      delegationId === id && removedAt === null && roleFits(role, constituency) !== null,
  );
  if (unfit !== undefined)
    return wrong(
      'constituency',
      `does not suit ${unfit.name}, who takes part as ${unfit.role}: change that role first`,
    );
  if (
    all.some((other) => other.id !== id && other.constituency === constituency && sameName(other.name, name))
  )
    return fail(
      problem('already-exists', `there is a delegation named ${name} already`, [
        { field: 'name', problem: 'is the name of another delegation' },
      ]),
    );
  if (name === delegation.name && constituency === delegation.constituency && region === delegation.region)
    return wrong('body', 'says nothing that is not so already');
  const before = {
    name: delegation.name,
    constituency: delegation.constituency,
    region: delegation.region,
    until: by.at,
  };
  return ok({ id, documentId, name, constituency, region, earlier: [...earlier, before], by });
}
