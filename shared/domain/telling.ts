import type { Answer, Comment } from '../model/comment.ts';
import type { Item } from '../model/disposition.ts';
import type { Group } from '../model/group.ts';
import type { CommentId, DelegationId, GroupId, ItemId, ParticipantId, ProposalId } from '../model/ids.ts';
import type { Notice } from '../model/notice.ts';
import type { Proposal } from '../model/proposal.ts';
import type { Signature } from '../model/signature.ts';
import type { Statement } from '../model/statement.ts';

/** Who should be told, before anybody asks who of them is still there and may see it. */
export type Audience =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'facilitators' }
  /** One person; where their access has ended, whoever else speaks for the delegation. */
  | { readonly kind: 'person'; readonly participantId: ParticipantId; readonly delegationId: DelegationId }
  | { readonly kind: 'delegation'; readonly delegationId: DelegationId }
  | { readonly kind: 'group'; readonly groupId: GroupId };

/** One thing to tell, and to whom. */
export interface Telling extends Pick<Notice, 'reason' | 'noun' | 'subject'> {
  readonly to: readonly Audience[];
}

/** What else a telling depends on: the rows that the new one hangs on, and the answers of its thread. */
export interface Surroundings {
  comment(id: CommentId): Comment | undefined;
  proposal(id: ProposalId): Proposal | undefined;
  item(id: ItemId): Item | undefined;
  statement(id: string): Statement | undefined;
  group(id: GroupId): Group | undefined;
  readonly answers: readonly Answer[];
  /** All of them, where one was taken up. */
  readonly proposals: readonly Proposal[];
}

export const person = ({ participantId, delegationId }: Signature): Audience => ({
  kind: 'person',
  participantId,
  delegationId,
});
export const ofDelegation = (delegationId: DelegationId): Audience => ({ kind: 'delegation', delegationId });
export const FACILITATORS: readonly Audience[] = [{ kind: 'facilitators' }];
export const EVERYBODY: readonly Audience[] = [{ kind: 'everybody' }];

/** New to those who see it: just written, or just submitted by the head of the delegation. */
export const isNew = <Row extends { readonly visibility: string }>(row: Row, before: Row | null): boolean =>
  before === null || (before.visibility === 'delegation' && row.visibility === 'public');

/** The proposer, and the delegations that co-sponsor. */
export const supporters = (proposal: Proposal): Audience[] => [person(proposal.by), ...sponsors(proposal)];
export const sponsors = ({ sponsors: all }: Proposal): Audience[] =>
  all
    .filter(({ state }) => state === 'accepted')
    .map(({ askedBy, delegationId }) => ({ kind: 'person', participantId: askedBy, delegationId }));

/** Who wrote a comment, and the delegations whose words they entered. */
export const senders = ({ by, from = [] }: Comment): Audience[] => [
  person(by),
  ...from.flatMap(({ delegationId }) => (delegationId === null ? [] : [ofDelegation(delegationId)])),
];
