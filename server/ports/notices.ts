import type { DocumentId, IsoTime, NoticeId, ParticipantId } from '../../shared/model/ids.ts';
import type { Notice } from '../../shared/model/notice.ts';
import type { RegisterNoun } from '../../shared/model/register.ts';

/**
 * Notices kept for one person; older ones are forgotten, read or not. What they point to stays in the register, so
 * nothing but the reminder is lost.
 */
export const NOTICES_KEPT = 1_000;

/** A notice before it is kept: the store numbers it. */
export type NewNotice = Omit<Notice, 'id' | 'readAt'>;

/** A notice with its place among all: `seq` rises from notice to notice over all documents, and is its id. */
export interface StoredNotice extends Notice {
  readonly seq: number;
}

/** What people are told. Contract: test/contract/notices.ts. */
export interface NoticeRows {
  /** Adds notices and forgets what is older than the newest NOTICES_KEPT of each person. */
  insert(notices: readonly NewNotice[]): Promise<void>;
  /** One person's, newest first, at most `limit`; `before` a seq where it is not null. */
  ofParticipant(
    participantId: ParticipantId,
    before: number | null,
    limit: number,
  ): Promise<readonly StoredNotice[]>;
  /** One person's with a higher seq than `after` that are unread, oldest first, at most `limit`. */
  unreadSince(participantId: ParticipantId, after: number, limit: number): Promise<readonly StoredNotice[]>;
  /** How many are unread. */
  unread(participantId: ParticipantId): Promise<number>;
  /** Marks unread ones as read (null: all); answers how many that were. */
  markRead(participantId: ParticipantId, ids: readonly NoticeId[] | null, at: IsoTime): Promise<number>;
}

/** A row of the register as far as somebody has seen it: `seq` is that of the newest revision they saw. */
export interface SeenRow {
  readonly noun: RegisterNoun;
  readonly id: string;
  readonly seq: number;
}

/** What of a document's register one person has seen: everything up to `upTo`, and `rows` beyond it. */
export interface SeenMarks {
  readonly upTo: number;
  readonly rows: readonly SeenRow[];
}

/** Marks of what people have seen. Contract: test/contract/notices.ts. */
export interface SeenRows {
  find(documentId: DocumentId, participantId: ParticipantId): Promise<SeenMarks>;
  /** Marks rows, never to an earlier revision; those at or below `upTo` need no mark and get none. */
  mark(documentId: DocumentId, participantId: ParticipantId, rows: readonly SeenRow[]): Promise<void>;
  /** Raises `upTo`, never lowers it, and drops the marks it makes needless. */
  raise(documentId: DocumentId, participantId: ParticipantId, upTo: number): Promise<void>;
}
