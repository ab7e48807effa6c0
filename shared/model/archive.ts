import type { AuditEntry } from './audit.ts';
import type { OutcomeDocument } from './document.ts';
import type { DelegationId, IsoTime } from './ids.ts';
import type { Delegation, Participant } from './participant.ts';
import type { RegisterEntry } from './register.ts';
import type { Version } from './version.ts';

/** How an archive says what it is. A reader of another version must not guess. */
export const ARCHIVE_FORMAT = 'sounding-board-archive';
export const ARCHIVE_VERSION = 1;

/**
 * Why a row is not in an archive, or not whole: it is a delegation's own, it stands on a working text that the reader
 * may not see, or it names rows that the reader may not see.
 */
export const WITHHOLDINGS = ['private', 'working-text', 'names-withheld'] as const;
export type Withholding = (typeof WITHHOLDINGS)[number];

/** A revision of a row that the reader may not see. `subject` is its name in the audit log. */
export interface WithheldRow {
  readonly subject: string;
  readonly reason: Withholding;
}

/** A revision shown in part. The audit log knows the hash of the whole of it; `hash` is that of what is shown. */
export interface PartRow extends WithheldRow {
  readonly hash: string;
}

/** Rows with their number by reason, so that nobody has to count. */
export interface Counted<Row> {
  readonly counts: Readonly<Partial<Record<Withholding, number>>>;
  readonly rows: readonly Row[];
}

/** Everything of a document that its reader may see, at one moment. */
export interface Archive {
  /** The whole chain, and where it stands. */
  readonly audit: {
    readonly entries: readonly AuditEntry[];
    readonly head: { readonly seq: number; readonly hash: string };
  };
  readonly delegations: readonly Delegation[];
  readonly document: OutcomeDocument;
  readonly format: typeof ARCHIVE_FORMAT;
  readonly formatVersion: typeof ARCHIVE_VERSION;
  readonly madeAt: IsoTime;
  readonly participants: readonly Participant[];
  /** Every revision of every row, by seq; `head` is the highest seq, of withheld rows as well. */
  readonly register: { readonly entries: readonly RegisterEntry[]; readonly head: number };
  /** The delegation as which it was made; null: as anybody sees it. */
  readonly seenBy: DelegationId | null;
  readonly shownInPart: Counted<PartRow>;
  readonly versions: readonly Version[];
  readonly withheld: Counted<WithheldRow>;
}

/** The parts in the order of their keys: canonical JSON sorts them. */
export const ARCHIVE_PARTS = [
  'audit',
  'delegations',
  'document',
  'format',
  'formatVersion',
  'madeAt',
  'participants',
  'register',
  'seenBy',
  'shownInPart',
  'versions',
  'withheld',
] as const satisfies readonly (keyof Archive)[];
export type ArchivePart = (typeof ARCHIVE_PARTS)[number];

/** SHA-256 over the canonical JSON of each part, and `digest` over the canonical JSON of `parts`. */
export interface ArchiveSeal {
  readonly digest: string;
  readonly parts: Readonly<Record<ArchivePart, string>>;
}

/** The file: canonical JSON of this, and nothing else. */
export interface SealedArchive {
  readonly archive: Archive;
  readonly seal: ArchiveSeal;
}
