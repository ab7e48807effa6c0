import type { IsoTime, ParticipantId } from '../../shared/model/ids.ts';
import type { TokenHash } from './records.ts';

/** What a token in an address may do, and nothing else: it never signs anybody in. */
export type LinkUse = 'feed' | 'confirm-mail' | 'stop-mail';

/** A token that an address carries, because feed readers and mail programs can do nothing else. */
export interface LinkToken {
  readonly tokenHash: TokenHash;
  readonly use: LinkUse;
  readonly participantId: ParticipantId;
  readonly createdAt: IsoTime;
  /** Null: until it is revoked. */
  readonly expiresAt: IsoTime | null;
}

/** Contract: test/contract/mail.ts. */
export interface LinkTokenRows {
  find(use: LinkUse, tokenHash: TokenHash): Promise<LinkToken | null>;
  /** A participant's, oldest first. */
  ofParticipant(participantId: ParticipantId, use: LinkUse): Promise<readonly LinkToken[]>;
  insert(token: LinkToken): Promise<void>;
  /** Takes back all of a participant's tokens of one use. */
  revoke(participantId: ParticipantId, use: LinkUse): Promise<void>;
  deleteExpired(now: IsoTime): Promise<void>;
}
