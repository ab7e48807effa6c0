import { type Group, isMember } from '../model/group.ts';
import type { GroupId, IsoTime } from '../model/ids.ts';
import type { Participant } from '../model/participant.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';

/** Who acts, and the group they say they speak for: null for none, undefined for one that is not there. */
export interface Signer {
  readonly participant: Pick<Participant, 'id' | 'delegationId'>;
  readonly group: Group | null | undefined;
  readonly now: IsoTime;
}

const wrong = (said: string): { readonly ok: false; readonly error: Problem } =>
  fail(problem('invalid-fields', `onBehalfOf: ${said}`, [{ field: 'onBehalfOf', problem: said }]));

/** A signature. Only a delegation that is a member at this time speaks on behalf of a group. */
export function sign({ participant, group, now }: Signer): Result<Signature, Problem> {
  if (group === undefined) return wrong('is no group of this document');
  if (group !== null && !isMember(group, participant.delegationId, now))
    return wrong('is a group that your delegation is not a member of now');
  const onBehalfOf: GroupId | null = group?.id ?? null;
  return ok({
    participantId: participant.id,
    delegationId: participant.delegationId,
    onBehalfOf,
    at: now,
  });
}
