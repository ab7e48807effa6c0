import type { AuditEntry } from '../../shared/model/audit.ts';
import type { ActRecord } from '../ports/records.ts';
import { NOTHING_BEFORE, recordHash, sha256 } from './hash.ts';

/** Where a chain stands: its newest entry's seq and hash. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: NOTHING_BEFORE };

/** The update log as an entry pins it. */
export interface TextState {
  readonly textSeq: number;
  readonly textDigest: string;
}

/**
 * Links an act to its chain: `hash` is SHA-256 over the hash before and the canonical JSON of the entry without its
 * two hashes. Each document has a chain of its own, so that whoever may read a document can check all of it.
 */
export function link(head: ChainHead, record: ActRecord, text: TextState): AuditEntry {
  const content = { ...record, ...text, seq: head.seq + 1 };
  return { ...content, previous: head.hash, hash: entryHash(head.hash, content) };
}

/** Recomputes what an entry's `hash` must be. */
export const entryHash = (previous: string, entry: Omit<AuditEntry, 'hash' | 'previous'>): string => {
  const { seq, documentId, at, act, participantId, delegationId, subject, textSeq, textDigest } = entry;
  return sha256(
    previous,
    recordHash({
      seq,
      documentId,
      at,
      act,
      participantId,
      delegationId,
      subject,
      recordHash: entry.recordHash,
      textSeq,
      textDigest,
    }),
  );
};
