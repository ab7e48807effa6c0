import type { Act } from '../../shared/model/audit.ts';
import type {
  AccountId,
  DelegationId,
  DocumentId,
  InvitationId,
  IsoTime,
  ParticipantId,
} from '../../shared/model/ids.ts';

/** Somebody who can sign in. Each invitation makes one; a session may hold several. */
export interface Account {
  readonly id: AccountId;
  readonly name: string;
  /** Runs this server: may create documents and enters every one as a facilitator. */
  readonly owner: boolean;
  readonly createdAt: IsoTime;
}

/** SHA-256 in hex of a token. The token itself is never stored. */
export type TokenHash = string;

/** An invitation as it is kept. */
export interface StoredInvitation {
  readonly id: InvitationId;
  readonly documentId: DocumentId;
  readonly participantId: ParticipantId;
  readonly tokenHash: TokenHash;
  readonly createdAt: IsoTime;
  readonly revokedAt: IsoTime | null;
  /** When somebody first entered with it. */
  readonly usedAt: IsoTime | null;
}

/** The one-time link by which the owner enters a new server. */
export interface OwnerLink {
  readonly tokenHash: TokenHash;
  readonly accountId: AccountId;
  readonly createdAt: IsoTime;
  readonly usedAt: IsoTime | null;
}

/** A browser's session: the accounts it entered as, oldest first. */
export interface SessionRecord {
  readonly tokenHash: TokenHash;
  readonly createdAt: IsoTime;
  readonly expiresAt: IsoTime;
  readonly accounts: readonly AccountId[];
}

/** The answer to a request that carried an Idempotency-Key, sealed with a key derived from it. */
export interface IdempotencyRecord {
  readonly keyHash: string;
  /** Hash of the request, so that one key cannot answer for another request. */
  readonly requestHash: string;
  readonly sealedAnswer: Uint8Array;
  readonly createdAt: IsoTime;
}

/** An act before it is chained: the store adds number, hashes and the state of the update log. */
export interface ActRecord {
  readonly documentId: DocumentId;
  readonly at: IsoTime;
  readonly act: Act;
  readonly participantId: ParticipantId | null;
  readonly delegationId: DelegationId | null;
  readonly subject: string;
  /** SHA-256 in hex of the row after the act. */
  readonly recordHash: string;
}
