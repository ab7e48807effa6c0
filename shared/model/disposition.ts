import type { Place } from './anchor.ts';
import type { CommentId, DocumentId, ItemId, ParagraphId, ProposalId, VersionId } from './ids.ts';
import type { Signature } from './signature.ts';

export const DECISIONS = [
  'accepted',
  'accepted-in-part',
  'not-accepted',
  'noted',
  'deferred',
  'out-of-scope',
  'duplicate',
] as const;
export type Decision = (typeof DECISIONS)[number];

/** What is disposed of: an input. */
export type InputSubject =
  | { readonly noun: 'comment'; readonly id: CommentId }
  | { readonly noun: 'proposal'; readonly id: ProposalId }
  | { readonly noun: 'item'; readonly id: ItemId };

export const dispositionId = (on: InputSubject): string => `${on.noun}.${on.id}`;

/** A part of a long submission, disposed of by itself. The comment stays as it was written. Empty: taken back. */
export interface Item {
  readonly id: ItemId;
  readonly documentId: DocumentId;
  readonly commentId: CommentId;
  /** From 1, in the order of the submission. */
  readonly ordinal: number;
  /** UTF-16 offsets of the part in the comment's text: parts quote, they never reword. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The paragraph it is about, if it is about one. */
  readonly paragraph: ParagraphId | null;
  readonly by: Signature;
}

/** Inputs that say the same. Each originator is still answered. `id` is the link's own. */
export interface InputLink {
  readonly id: string;
  readonly documentId: DocumentId;
  /** Fewer than two: the link was undone. */
  readonly inputs: readonly InputSubject[];
  readonly by: Signature;
}

/** How long a summary may be contested, in days (ICANN public comment practice). */
export const CONTEST_DAYS = 30;

/** An author says that the input was summarised wrongly; facilitators must answer. */
export interface Contest {
  readonly text: string;
  readonly by: Signature;
  readonly answer: { readonly text: string; readonly by: Signature } | null;
}

/** What the facilitators decided on an input. One an input; a change of mind is a new revision of it. */
export interface Disposition {
  /** `dispositionId(on)`. */
  readonly id: string;
  readonly documentId: DocumentId;
  readonly on: InputSubject;
  readonly decision: Decision;
  readonly reason: string;
  /** How the facilitators sum the input up; empty where the input speaks for itself. */
  readonly summary: string;
  /** Paragraphs it led to. */
  readonly ledTo: readonly ParagraphId[];
  /** `duplicate` only. */
  readonly duplicateOf: InputSubject | null;
  /** The version that was being prepared: the latest one at that time (null before the first). */
  readonly after: VersionId | null;
  readonly by: Signature;
  readonly reaction: { readonly satisfied: boolean; readonly reason: string; readonly by: Signature } | null;
  readonly contests: readonly Contest[];
}

export const STATUSES = ['open', 'suggested-for-closure', 'agreed-ad-referendum', 'agreed'] as const;
export type AgreementStatus = (typeof STATUSES)[number];

/** Where a paragraph of the working text stands. `id` is the paragraph's. */
export interface ParagraphStatus {
  readonly id: ParagraphId;
  readonly documentId: DocumentId;
  readonly status: AgreementStatus;
  /** Its words at that time: a later change is shown, not hidden behind the status. */
  readonly text: string;
  readonly by: Signature;
}

/** Where every comment and proposal stood when a version was published: written with it. `id` is the version's. */
export interface Carriage {
  readonly id: VersionId;
  readonly documentId: DocumentId;
  readonly comments: readonly { readonly id: CommentId; readonly place: Place }[];
  readonly proposals: readonly { readonly id: ProposalId; readonly place: Place }[];
  readonly by: Signature;
}
