/** Branded identifiers. An id is an opaque string; the brand stops one noun's id standing in for another's. */
export type Brand<Name extends string> = string & { readonly __brand: Name };

export type DocumentId = Brand<'DocumentId'>;
export type VersionId = Brand<'VersionId'>;
export type ParagraphId = Brand<'ParagraphId'>;
export type AccountId = Brand<'AccountId'>;
export type ParticipantId = Brand<'ParticipantId'>;
export type DelegationId = Brand<'DelegationId'>;
export type InvitationId = Brand<'InvitationId'>;

/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` prints it. Stamped by the server. */
export type IsoTime = Brand<'IsoTime'>;

/** Where ids come from: passed in, so that the core stays pure and tests can replay. */
export type NewId = () => string;
