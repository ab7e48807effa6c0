import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import { DIGEST_EVERY, textDigest } from '../audit/text-digest.ts';
import type { ActRecord } from '../ports/records.ts';
import type { UpdateRecord } from '../ports/store.ts';
import type { Claim, ClientId, LoggedUpdate } from '../ports/text-log.ts';

/** The end of a document's update log. */
export interface LogEnd {
  readonly seq: number;
  readonly digest: string;
}

/** What appending a batch writes: worked out before anything is written, so that a refused batch leaves no trace. */
export interface BatchPlan {
  readonly rows: readonly UpdateRecord[];
  readonly newOwners: readonly Claim[];
  /** Acts that pin the update log when it passed a multiple of `DIGEST_EVERY`. */
  readonly digests: readonly ActRecord[];
}

/** Plans a batch. Throws when a claim is owned by somebody else, in the log or earlier in the batch. */
export function planBatch(
  batch: readonly LoggedUpdate[],
  endOf: (documentId: DocumentId) => LogEnd,
  ownerOf: (documentId: DocumentId, clientId: ClientId) => ParticipantId | null,
): BatchPlan {
  const ends = new Map<DocumentId, LogEnd>();
  const claimed = new Map<string, ParticipantId>();
  const rows: UpdateRecord[] = [];
  const newOwners: Claim[] = [];
  const digests: ActRecord[] = [];
  for (const logged of batch) {
    const { documentId, participantId, at, update, claims } = logged;
    for (const clientId of claims) {
      const key = `${documentId} ${clientId}`;
      const owner = claimed.get(key) ?? ownerOf(documentId, clientId);
      if (owner !== null && owner !== participantId)
        throw new Error(`clientID ${clientId} of document ${documentId} belongs to participant ${owner}`);
      if (owner === null) newOwners.push({ documentId, clientId, participantId });
      claimed.set(key, participantId);
    }
    const end = ends.get(documentId) ?? endOf(documentId);
    const row = { documentId, seq: end.seq + 1, participantId, at, update, claims, digest: '' };
    row.digest = textDigest(end.digest, row);
    rows.push(row);
    ends.set(documentId, row);
    if (row.seq % DIGEST_EVERY === 0)
      digests.push({
        documentId,
        at,
        act: 'text.digest',
        participantId: null,
        delegationId: null,
        subject: `update:${row.seq}`,
        recordHash: row.digest,
      });
  }
  return { rows, newOwners, digests };
}
