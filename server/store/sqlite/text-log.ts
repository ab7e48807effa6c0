import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { EMPTY_CHAIN, link } from '../../audit/chain.ts';
import { EMPTY_TEXT } from '../../audit/text-digest.ts';
import type { UpdateRecord, UpdateRecords } from '../../ports/store.ts';
import type { LoggedUpdate, StoredUpdate, TextLog } from '../../ports/text-log.ts';
import { type LogEnd, planBatch } from '../log-batch.ts';
import type { Mutex } from '../mutex.ts';
import type { SqlDatabase } from './database.ts';

interface WaitingBatch {
  readonly batch: readonly LoggedUpdate[];
  readonly done: (seqs: readonly number[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The update log on the writer's connection. Batches that wait while another writes are committed together, with one
 * sync of the disk for all of them (group commit). Statements are prepared once: this is the path of every key typed.
 */
export function sqliteTextLog(writer: SqlDatabase, reader: SqlDatabase, mutex: Mutex): TextLog {
  const end = writer.prepare(
    'SELECT "seq", "digest" FROM updates WHERE "documentId" = ? ORDER BY "seq" DESC LIMIT 1',
  );
  const owner = writer.prepare(
    'SELECT "participantId" FROM "clientIds" WHERE "documentId" = ? AND "clientId" = ?',
  );
  const insertUpdate = writer.prepare('INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?, ?)');
  const insertOwner = writer.prepare('INSERT INTO "clientIds" VALUES (?, ?, ?)');
  const auditHead = writer.prepare(
    'SELECT "seq", "hash" FROM audit WHERE "documentId" = ? ORDER BY "seq" DESC LIMIT 1',
  );
  const insertAudit = writer.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const putSnapshot = writer.prepare(
    'INSERT INTO snapshots VALUES (?, ?, ?) ON CONFLICT ("documentId") DO UPDATE SET "seq" = excluded."seq", "state" = excluded."state" WHERE excluded."seq" >= snapshots."seq"',
  );
  const ownerOf = (documentId: DocumentId, clientId: number): ParticipantId | null =>
    (owner.get(documentId, clientId) as { participantId: ParticipantId } | undefined)?.participantId ?? null;

  /** Writes one batch inside the open transaction; throws before its first row when a claim is refused. */
  const write = (batch: readonly LoggedUpdate[]): readonly number[] => {
    const plan = planBatch(
      batch,
      (documentId) => (end.get(documentId) as LogEnd | undefined) ?? { seq: 0, digest: EMPTY_TEXT },
      ownerOf,
    );
    const digests = new Map(plan.digests.map((act) => [act.recordHash, act]));
    for (const row of plan.rows) {
      const { documentId, seq, participantId, at, update, claims, digest } = row;
      insertUpdate.run(documentId, seq, participantId, at, update, JSON.stringify(claims), digest);
      const act = digests.get(digest);
      if (act === undefined) continue;
      const head = (auditHead.get(documentId) as typeof EMPTY_CHAIN | undefined) ?? EMPTY_CHAIN;
      const e = link(head, act, { textSeq: seq, textDigest: digest });
      insertAudit.run(
        ...[e.documentId, e.seq, e.at, e.act, e.participantId, e.delegationId],
        ...[e.subject, e.recordHash, e.textSeq, e.textDigest, e.previous, e.hash],
      );
    }
    for (const claim of plan.newOwners)
      insertOwner.run(claim.documentId, claim.clientId, claim.participantId);
    return plan.rows.map((row) => row.seq);
  };

  const { load, read, owners } = textLogReading(reader);
  let waiting: WaitingBatch[] = [];
  const commitWaiting = (): void => {
    const group = waiting;
    waiting = [];
    const settle: (() => void)[] = [];
    try {
      writer.exec('BEGIN IMMEDIATE');
      for (const { batch, done, failed } of group) {
        writer.exec('SAVEPOINT batch');
        try {
          const seqs = write(batch);
          settle.push(() => done(seqs));
        } catch (error) {
          writer.exec('ROLLBACK TO batch');
          settle.push(() => failed(error));
        }
        writer.exec('RELEASE batch');
      }
      writer.exec('COMMIT');
    } catch (error) {
      rollback(writer);
      for (const { failed } of group) failed(error);
      return;
    }
    for (const act of settle) act();
  };

  return {
    append: (batch) =>
      new Promise((done, failed) => {
        waiting.push({ batch, done, failed });
        if (waiting.length === 1) void mutex.run(commitWaiting);
      }),
    load,
    read,
    owners,
    saveSnapshot: (documentId, snapshot) =>
      mutex.run(() => void putSnapshot.run(documentId, snapshot.seq, snapshot.state)),
    claim: (documentId, clientId, participantId) =>
      mutex.run(() => {
        const standing = ownerOf(documentId, clientId);
        if (standing === null) insertOwner.run(documentId, clientId, participantId);
        return standing ?? participantId;
      }),
  };
}

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
    async load(documentId) {
      const snapshot = (snapshotOf.get(documentId) as { seq: number; state: Uint8Array } | undefined) ?? null;
      return { snapshot, tail: updatesAfter.all(documentId, snapshot?.seq ?? 0, -1) as StoredUpdate[] };
    },
    read: async (documentId, afterSeq, limit) =>
      updatesAfter.all(documentId, afterSeq, limit) as StoredUpdate[],
    async owners(documentId) {
      const rows = ownersOf.all(documentId) as { clientId: number; participantId: ParticipantId }[];
      return new Map(rows.map((row) => [row.clientId, row.participantId]));
    },
  };
}

/** Ends a transaction that failed; SQLite may have ended it already. */
export function rollback(database: SqlDatabase): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // No transaction is open any more: nothing to undo.
  }
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
