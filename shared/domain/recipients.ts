import { type Group, isMember } from '../model/group.ts';
import type { DelegationId, IsoTime, ParticipantId } from '../model/ids.ts';
import type { Participant } from '../model/participant.ts';
import { unreachable } from '../model/result.ts';
import type { Audience } from './telling.ts';

/** Who there is to be told. */
export interface Directory {
  readonly participants: readonly Participant[];
  readonly groups: readonly Group[];
  /** Who did it: never told. Null: the server. */
  readonly actor: ParticipantId | null;
  readonly now: IsoTime;
}

/** The people of an audience who still have access, each once, without the one who did it. */
export function recipients(to: readonly Audience[], directory: Directory): readonly Participant[] {
  const there = directory.participants.filter(({ removedAt }) => removedAt === null);
  const found = new Set(to.flatMap((audience) => members(audience, there, directory)));
  return [...found].filter(({ id }) => id !== directory.actor);
}

function members(
  audience: Audience,
  there: readonly Participant[],
  { groups, now }: Directory,
): readonly Participant[] {
  const ofDelegation = (delegation: DelegationId) =>
    there.filter(({ delegationId }) => delegationId === delegation);
  switch (audience.kind) {
    case 'everybody':
      return there;
    case 'facilitators':
      return there.filter(({ role }) => role === 'facilitator');
    case 'person': {
      const one = there.find(({ id }) => id === audience.participantId);
      return one === undefined ? ofDelegation(audience.delegationId) : [one];
    }
    case 'delegation':
      return ofDelegation(audience.delegationId);
    case 'group': {
      const group = groups.find(({ id }) => id === audience.groupId);
      return group === undefined
        ? []
        : there.filter(({ delegationId }) => isMember(group, delegationId, now));
    }
    default:
      return unreachable(audience);
  }
}
