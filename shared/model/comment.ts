import type { Anchor } from './anchor.ts';
import type { AnswerId, CommentId, DelegationId, DocumentId, GroupId, IsoTime, ProposalId } from './ids.ts';
import type { Signature, Visibility } from './signature.ts';

export const COMMENT_KINDS = ['comment', 'question', 'support', 'objection'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

/** What a comment is about: the substance, the drafting, or what another language makes of it. */
export const NATURES = ['substantive', 'editorial', 'translation'] as const;
export type Nature = (typeof NATURES)[number];

/** What a thread hangs on: words of a text, a proposal, or what somebody said. */
export type CommentTarget =
  | { readonly noun: 'text'; readonly anchor: Anchor }
  | { readonly noun: 'proposal'; readonly id: ProposalId }
  | { readonly noun: 'statement'; readonly id: string };

/** Delegations and groups that are asked, or named: they are told of it. */
export interface Addressees {
  readonly delegations: readonly DelegationId[];
  readonly groups: readonly GroupId[];
}

/** Who sent something that somebody else entered: the name as printed, and the delegation here it is taken for, or null. */
export interface Originator {
  readonly name: string;
  readonly delegationId: DelegationId | null;
}

/** The head of a thread. `by.at` is when it was first written; a private note submitted later keeps it. */
export interface Comment {
  readonly id: CommentId;
  readonly documentId: DocumentId;
  /** Who wrote it here; with `from`, who entered it for others. */
  readonly by: Signature;
  /** Whose words it holds, where others sent them than whoever entered them: all names of a joint submission. */
  readonly from?: readonly Originator[];
  readonly on: CommentTarget;
  readonly kind: CommentKind;
  readonly nature: Nature;
  /** Plain text; lines may be broken. */
  readonly text: string;
  readonly addressed: Addressees;
  readonly visibility: Visibility;
  /** When the one who asked called a question answered; null otherwise. */
  readonly settledAt: IsoTime | null;
  readonly editedAt: IsoTime | null;
  readonly withdrawnAt: IsoTime | null;
}

/** An answer in a thread. What was answered to a private note stays one's own delegation's when the note is submitted. */
export interface Answer {
  readonly id: AnswerId;
  readonly documentId: DocumentId;
  readonly commentId: CommentId;
  readonly by: Signature;
  readonly text: string;
  readonly visibility: Visibility;
  readonly editedAt: IsoTime | null;
  readonly withdrawnAt: IsoTime | null;
}

export const STANCES = ['agree', 'disagree', 'none'] as const;

/** What a stance can be taken on. */
export type StanceSubject =
  | { readonly noun: 'comment'; readonly id: CommentId }
  | { readonly noun: 'answer'; readonly id: AnswerId }
  | { readonly noun: 'proposal'; readonly id: ProposalId }
  | { readonly noun: 'statement'; readonly id: string };

/** A delegation agrees or disagrees, once; `none` takes it back. `id` is `stanceId` of subject and delegation. */
export interface Stance {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly on: StanceSubject;
  readonly by: Signature;
  readonly stance: (typeof STANCES)[number];
}

export const stanceId = (on: StanceSubject, delegation: DelegationId): string =>
  `${on.noun}.${on.id}.${delegation}`;
