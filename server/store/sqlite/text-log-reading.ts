import { createHash } from 'node:crypto';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { EMPTY_TEXT, textDigest } from '../../audit/text-digest.ts';
import type { UpdateRecord, UpdateRecords } from '../../ports/store.ts';
import { StoreFailure } from '../../ports/store-failure.ts';
import type { ClientId, StoredUpdate, TextLog, TextSnapshot } from '../../ports/text-log.ts';
import type { SqlDatabase } from './sql-database.ts';

/** SQLite's LIMIT for no limit. */
const EVERY = -1;

type Row = StoredUpdate & { readonly claims: string; readonly digest: string };

const damaged = (what: string): StoreFailure =>
  new StoreFailure('storage-damaged', `${what}: restore DATA_DIR from a backup (npm run restore)`);

/** SHA-256 that a snapshot is stored with: SQLite does not notice a page that a disk altered. */
export const snapshotDigest = ({ seq, state }: TextSnapshot): string =>
  createHash('sha256').update(`${seq} `).update(state).digest('hex');

/**
 * The reading half of the log. Every update is held against its digest, so that words which a disk altered are never
 * shown: then it throws a `StoreFailure`. A snapshot that was altered is answered without bytes, for the log is there.
 */
export function textLogReading(reader: SqlDatabase): Pick<TextLog, 'load' | 'read' | 'owners'> {
  const snapshotOf = reader.prepare('SELECT "seq", "state", "digest" FROM snapshots WHERE "documentId" = ?');
  const updatesAfter = reader.prepare(
    'SELECT "seq", "participantId", "at", "update", "claims", "digest" FROM updates WHERE "documentId" = ? AND "seq" > ? ORDER BY "seq" LIMIT ?',
  );
  const digestOf = reader.prepare('SELECT "digest" FROM updates WHERE "documentId" = ? AND "seq" = ?');
  const ownersOf = reader.prepare(
    'SELECT "clientId", "participantId" FROM "clientIds" WHERE "documentId" = ?',
  );

  const readAfter = (documentId: DocumentId, afterSeq: number, most: number): StoredUpdate[] => {
    const rows = updatesAfter.all(documentId, afterSeq, most) as Row[];
    if (rows.length === 0) return rows;
    const before = digestOf.get(documentId, afterSeq) as Pick<Row, 'digest'> | undefined;
    let digest = afterSeq === 0 ? EMPTY_TEXT : before?.digest;
    let last = afterSeq;
    return rows.map(({ seq, participantId, at, update, claims, digest: said }) => {
      if (digest === undefined || seq !== last + 1)
        throw damaged(
          `update ${digest === undefined ? last : last + 1} of document ${documentId} is missing`,
        );
      const row = { documentId, seq, participantId, at, update, claims: readClaims(claims) };
      if (textDigest(digest, row) !== said)
        throw damaged(`update ${seq} of document ${documentId} is damaged`);
      digest = said;
      last = seq;
      return { seq, participantId, at, update };
    });
  };

  return {
    async load(documentId, most = EVERY) {
      const found = snapshotOf.get(documentId) as (TextSnapshot & { digest: string | null }) | undefined;
      if (found === undefined) return { snapshot: null, tail: readAfter(documentId, 0, most) };
      const { seq, state, digest } = found;
      const snapshot = { seq, state: digest === snapshotDigest({ seq, state }) ? state : new Uint8Array(0) };
      return { snapshot, tail: readAfter(documentId, seq, most) };
    },
    read: async (documentId, afterSeq, limit) => readAfter(documentId, afterSeq, limit),
    async owners(documentId) {
      const rows = ownersOf.all(documentId) as { clientId: number; participantId: ParticipantId }[];
      return new Map(rows.map((row) => [row.clientId, row.participantId]));
    },
  };
}

/** Claims that do not read are none: then the digest does not fit either. */
function readClaims(claims: string): readonly ClientId[] {
  if (claims === '[]') return NO_CLAIMS;
  try {
    return JSON.parse(claims) as ClientId[];
  } catch {
    return NO_CLAIMS;
  }
}
const NO_CLAIMS: readonly ClientId[] = [];

/** The log as verification reads it. */
export function updateRecords(reader: SqlDatabase): UpdateRecords {
  const documents = reader.prepare('SELECT DISTINCT "documentId" FROM updates ORDER BY "documentId"');
  const rows = reader.prepare(
    'SELECT * FROM updates WHERE "documentId" = ? AND "seq" > ? ORDER BY "seq" LIMIT ?',
  );
  return {
    documents: async () => (documents.all() as { documentId: DocumentId }[]).map((row) => row.documentId),
    read: async (documentId, afterSeq, limit) =>
      (rows.all(documentId, afterSeq, limit) as (Omit<UpdateRecord, 'claims'> & { claims: string })[]).map(
        (row) => ({ ...row, claims: JSON.parse(row.claims) }),
      ),
  };
}
