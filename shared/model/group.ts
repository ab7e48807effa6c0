import type { DelegationId, DocumentId, GroupId, IsoTime, ParticipantId } from './ids.ts';
import type { Signature } from './signature.ts';

/** A delegation's time in a group. `until` null: still a member. */
export interface Membership {
  readonly delegationId: DelegationId;
  readonly from: IsoTime;
  readonly until: IsoTime | null;
}

/** Delegations that make joint statements. */
export interface Group {
  readonly id: GroupId;
  readonly documentId: DocumentId;
  readonly name: string;
  readonly members: readonly Membership[];
  /** The delegation that speaks for it, if one does. */
  readonly spokesperson: DelegationId | null;
  readonly by: Signature;
}

/** Who heads a delegation, where that is not its first participant. `id` is the delegation's. */
export interface DelegationHead {
  readonly id: DelegationId;
  readonly documentId: DocumentId;
  readonly participantId: ParticipantId;
  readonly by: Signature;
}

/** Whether a delegation is a member at a time. */
export const isMember = (group: Group, delegation: DelegationId, at: IsoTime): boolean =>
  group.members.some(
    ({ delegationId, from, until }) =>
      delegationId === delegation && from <= at && (until === null || at < until),
  );
