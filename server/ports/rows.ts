import type { AuditEntry } from '../../shared/model/audit.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type {
  AccountId,
  DelegationId,
  DocumentId,
  InvitationId,
  IsoTime,
  ParticipantId,
  VersionId,
} from '../../shared/model/ids.ts';
import type { Delegation, Participant } from '../../shared/model/participant.ts';
import type { Version, VersionSummary } from '../../shared/model/version.ts';
import type { LinkTokenRows } from './link-tokens.ts';
import type { MailSettingRows, OutboxRows } from './mail.ts';
import type { NoticeRows, SeenRows } from './notices.ts';
import type {
  Account,
  ActRecord,
  IdempotencyRecord,
  OwnerLink,
  SessionRecord,
  StoredInvitation,
  TokenHash,
} from './records.ts';
import type { RegisterRows } from './register.ts';

/*
 * Rows, one small interface a noun. `find` answers null for what is not there. Lists come in the order of their
 * making. Nothing here decides anything: permission and rules stand above.
 */

export interface DocumentRows {
  find(id: DocumentId): Promise<OutcomeDocument | null>;
  list(): Promise<readonly OutcomeDocument[]>;
  insert(document: OutcomeDocument): Promise<void>;
  update(document: OutcomeDocument): Promise<void>;
}

export interface DelegationRows {
  find(id: DelegationId): Promise<Delegation | null>;
  ofDocument(documentId: DocumentId): Promise<readonly Delegation[]>;
  insert(delegation: Delegation): Promise<void>;
  update(delegation: Delegation): Promise<void>;
}

export interface ParticipantRows {
  find(id: ParticipantId): Promise<Participant | null>;
  ofDocument(documentId: DocumentId): Promise<readonly Participant[]>;
  ofAccount(accountId: AccountId): Promise<readonly Participant[]>;
  insert(participant: Participant): Promise<void>;
  update(participant: Participant): Promise<void>;
}

export interface AccountRows {
  find(id: AccountId): Promise<Account | null>;
  findOwner(): Promise<Account | null>;
  insert(account: Account): Promise<void>;
}

export interface InvitationRows {
  findByToken(tokenHash: TokenHash): Promise<StoredInvitation | null>;
  ofDocument(documentId: DocumentId): Promise<readonly StoredInvitation[]>;
  insert(invitation: StoredInvitation): Promise<void>;
  revoke(id: InvitationId, at: IsoTime): Promise<void>;
  /** Remembers the first entry; later ones change nothing. */
  markUsed(id: InvitationId, at: IsoTime): Promise<void>;
}

export interface OwnerLinkRows {
  /** Somebody has entered by a link already. */
  anyUsed(): Promise<boolean>;
  deleteUnused(): Promise<void>;
  findByToken(tokenHash: TokenHash): Promise<OwnerLink | null>;
  insert(link: OwnerLink): Promise<void>;
  markUsed(tokenHash: TokenHash, at: IsoTime): Promise<void>;
}

export interface SessionRows {
  find(tokenHash: TokenHash): Promise<SessionRecord | null>;
  insert(session: SessionRecord): Promise<void>;
  delete(tokenHash: TokenHash): Promise<void>;
  /** Ends what an account's sessions could do as that account. */
  forgetAccount(accountId: AccountId): Promise<void>;
  deleteExpired(now: IsoTime): Promise<void>;
}

export interface VersionRows {
  find(documentId: DocumentId, id: VersionId): Promise<Version | null>;
  latest(documentId: DocumentId): Promise<Version | null>;
  /** Summaries in order of publication. */
  ofDocument(documentId: DocumentId): Promise<readonly VersionSummary[]>;
  insert(version: Version): Promise<void>;
}

export interface IdempotencyRows {
  find(keyHash: string): Promise<IdempotencyRecord | null>;
  insert(record: IdempotencyRecord): Promise<void>;
  /** Forgets what was kept before `time`, but for the last `keep`: their times may be those of a clock that was wrong. */
  deleteBefore(time: IsoTime, keep: number): Promise<void>;
}

export interface AuditRows {
  /** Documents that have entries. */
  documents(): Promise<readonly DocumentId[]>;
  /** Chains the act to the document's log and pins the update log as it stands. */
  append(record: ActRecord): Promise<AuditEntry>;
  /** The same for several acts, in order. */
  appendAll(records: readonly ActRecord[]): Promise<void>;
  /** Entries with a higher seq than `after`, in order, at most `limit`. */
  read(documentId: DocumentId, after: number, limit: number): Promise<readonly AuditEntry[]>;
  /** The newest entry's seq and hash; 0 and 64 zeros before the first. */
  head(documentId: DocumentId): Promise<{ readonly seq: number; readonly hash: string }>;
}

/** All rows, by noun. */
export interface Rows {
  readonly documents: DocumentRows;
  readonly delegations: DelegationRows;
  readonly participants: ParticipantRows;
  readonly accounts: AccountRows;
  readonly invitations: InvitationRows;
  readonly ownerLinks: OwnerLinkRows;
  readonly sessions: SessionRows;
  readonly versions: VersionRows;
  readonly idempotency: IdempotencyRows;
  readonly audit: AuditRows;
  readonly register: RegisterRows;
  readonly notices: NoticeRows;
  readonly seen: SeenRows;
  readonly linkTokens: LinkTokenRows;
  readonly mailSettings: MailSettingRows;
  readonly outbox: OutboxRows;
}
