import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import type { UpdateRecord, UpdateRecords } from '../../ports/store.ts';
import type { StoredUpdate, TextLog, TextSnapshot } from '../../ports/text-log.ts';
import type { SqlDatabase } from './sql-database.ts';

/** SQLite's LIMIT for no limit. */
const EVERY = -1;

/** The reading half of the log. */
export function textLogReading(reader: SqlDatabase): Pick<TextLog, 'load' | 'read' | 'owners'> {
  const snapshotOf = reader.prepare('SELECT "seq", "state" FROM snapshots WHERE "documentId" = ?');
  const updatesAfter = reader.prepare(
    'SELECT "seq", "participantId", "at", "update" FROM updates WHERE "documentId" = ? AND "seq" > ? ORDER BY "seq" LIMIT ?',
  );
  const ownersOf = reader.prepare(
    'SELECT "clientId", "participantId" FROM "clientIds" WHERE "documentId" = ?',
  );

  return {
    async load(documentId, most = EVERY) {
      const snapshot = (snapshotOf.get(documentId) as TextSnapshot | undefined) ?? null;
      return { snapshot, tail: updatesAfter.all(documentId, snapshot?.seq ?? 0, most) as StoredUpdate[] };
    },
    read: async (documentId, afterSeq, limit) =>
      updatesAfter.all(documentId, afterSeq, limit) as StoredUpdate[],
    async owners(documentId) {
      const rows = ownersOf.all(documentId) as { clientId: number; participantId: ParticipantId }[];
      return new Map(rows.map((row) => [row.clientId, row.participantId]));
    },
  };
}

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
