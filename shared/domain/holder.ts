import { type Group, isMember } from '../model/group.ts';
import type { Holder } from '../model/holder.ts';
import type { DelegationId, IsoTime } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';

/**
 * Whose position, declaration or objection it is: one's delegation's, or a group's (rule V9). For a group with a
 * spokesperson that is still a member only the spokesperson takes positions; for any other every member may.
 * `group` is null for none, undefined for one that is not there.
 */
export function decideHolder(
  delegation: DelegationId,
  group: Group | null | undefined,
  now: IsoTime,
): Result<Holder, Problem> {
  if (group === null) return ok({ noun: 'delegation', id: delegation });
  if (group === undefined) return wrong('is no group of this document');
  if (!isMember(group, delegation, now))
    return wrong('is a group that your delegation is not a member of now');
  const { spokesperson } = group;
  if (spokesperson !== null && spokesperson !== delegation && isMember(group, spokesperson, now))
    return fail(problem('not-permitted', `its spokesperson speaks on record for ${group.name}`));
  return ok({ noun: 'group', id: group.id });
}

const wrong = (said: string): { readonly ok: false; readonly error: Problem } =>
  fail(problem('invalid-fields', `onBehalfOf: ${said}`, [{ field: 'onBehalfOf', problem: said }]));

/** Whether somebody may act on what a holder has put down: the same delegation, or whoever may speak for the group. */
export const actsFor = (
  holder: Holder,
  delegation: DelegationId,
  group: Group | undefined,
  now: IsoTime,
): boolean =>
  holder.noun === 'delegation' ? holder.id === delegation : decideHolder(delegation, group, now).ok;
