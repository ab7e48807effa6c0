/** Branded identifiers. An id is an opaque string; the brand stops one noun's id standing in for another's. */
export type Brand<Name extends string> = string & { readonly __brand: Name };

export type DocumentId = Brand<'DocumentId'>;
export type VersionId = Brand<'VersionId'>;
export type ParagraphId = Brand<'ParagraphId'>;
export type AccountId = Brand<'AccountId'>;
export type ParticipantId = Brand<'ParticipantId'>;
export type DelegationId = Brand<'DelegationId'>;
export type InvitationId = Brand<'InvitationId'>;
export type GroupId = Brand<'GroupId'>;
export type CommentId = Brand<'CommentId'>;
export type AnswerId = Brand<'AnswerId'>;
export type ProposalId = Brand<'ProposalId'>;
/** One change of a proposal's package. */
export type ChangeId = Brand<'ChangeId'>;
/** A part of a long submission. */
export type ItemId = Brand<'ItemId'>;
export type NoticeId = Brand<'NoticeId'>;

/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` prints it. Stamped by the server. */
export type IsoTime = Brand<'IsoTime'>;

/** Where ids come from: passed in, so that the core stays pure and tests can replay. */
export type NewId = () => string;
