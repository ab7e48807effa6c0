import type { DelegationId, GroupId, IsoTime, ParticipantId } from './ids.ts';

/** Who did something, for whom, and when: stamped by the server, never taken from a client. */
export interface Signature {
  readonly participantId: ParticipantId;
  readonly delegationId: DelegationId;
  /** The group they spoke for, if they said so; only a member delegation may. */
  readonly onBehalfOf: GroupId | null;
  readonly at: IsoTime;
}

/** Who may see it: everybody who sees the register, or one's own delegation alone. */
export const VISIBILITIES = ['public', 'delegation'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
