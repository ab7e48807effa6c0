import type { AuditEntry } from '../../shared/model/audit.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Finding } from './finding.ts';

/** A head that somebody kept: entry `seq` of the document had this hash. */
export interface KeptHead {
  readonly documentId: string;
  readonly seq: number;
  readonly hash: string;
}

/** Heads of a document's chain that somebody kept, against its entries. */
export const verifyKept = (
  kept: readonly KeptHead[],
  documentId: DocumentId,
  entries: readonly AuditEntry[],
): Finding[] =>
  kept
    .filter((head) => head.documentId === documentId)
    .filter(({ seq, hash }) => entries.find((entry) => entry.seq === seq)?.hash !== hash)
    .map(({ seq }) => ({
      row: `audit entry ${seq} of document ${documentId}`,
      problem: 'is not the one whose hash was kept',
    }));
