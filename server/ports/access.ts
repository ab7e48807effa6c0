import type { AccountId, DocumentId, InvitationId } from '../../shared/model/ids.ts';
import type { TokenHash } from './records.ts';

/** What of a durable change may alter who somebody is or what they may do. */
export type AccessChange =
  /** The document itself or one of its delegations: phase, audience, adoption, constituency. */
  | { readonly of: 'document'; readonly documentId: DocumentId }
  /** Somebody joined, left or has another role. */
  | { readonly of: 'participant'; readonly documentId: DocumentId; readonly accountId: AccountId }
  /** An account's sessions were ended. */
  | { readonly of: 'account'; readonly accountId: AccountId }
  | { readonly of: 'invitation'; readonly invitationId: InvitationId }
  /** A session began, or ended; one that replaces another does both in one batch. */
  | { readonly of: 'session'; readonly tokenHash: TokenHash; readonly ended: boolean };

/** Tells what has just become durable, before whoever changed it hears that it is done. */
export interface AccessChanges {
  /** Answers a function that ends the subscription. A listener must not throw. */
  subscribe(listener: (changes: readonly AccessChange[]) => void): () => void;
}
