import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { EMPTY_CHAIN, link } from '../../audit/chain.ts';
import { EMPTY_TEXT } from '../../audit/text-digest.ts';
import { troubleOf } from '../../ports/store-failure.ts';
import type { LoggedUpdate, TextLog, TextSnapshot } from '../../ports/text-log.ts';
import { type LogEnd, planBatch } from '../log-batch.ts';
import type { Mutex } from '../mutex.ts';
import { rollback } from './rollback.ts';
import type { SqlDatabase } from './sql-database.ts';
import { snapshotDigest, textLogReading } from './text-log-reading.ts';

/** Ends of logs kept in memory: a bound for a server of very many documents, which then reads some anew. */
const KNOWN_ENDS = 10_000;

interface WaitingBatch {
  readonly batch: readonly LoggedUpdate[];
  readonly done: (seqs: readonly number[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The update log on the writer's connection. Batches that wait while another writes are committed together, with one
 * sync of the disk for all of them (group commit). Statements are prepared once: this is the path of every key typed.
 */
export function sqliteTextLog(
  writer: SqlDatabase,
  reader: SqlDatabase,
  mutex: Mutex,
  merge: (documentId: DocumentId) => Promise<TextSnapshot>,
): TextLog {
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
    'INSERT INTO snapshots VALUES (?, ?, ?, ?) ON CONFLICT ("documentId") DO UPDATE SET "seq" = excluded."seq", "state" = excluded."state", "digest" = excluded."digest" WHERE excluded."seq" >= snapshots."seq"',
  );
  const ownerOf = (documentId: DocumentId, clientId: number): ParticipantId | null =>
    (owner.get(documentId, clientId) as { participantId: ParticipantId } | undefined)?.participantId ?? null;

  /**
   * Where the logs end, so that no key typed asks for it: this connection is their only writer. Whatever goes wrong
   * empties the map, and the database is asked again.
   */
  const ends = new Map<DocumentId, LogEnd>();
  const endOf = (documentId: DocumentId): LogEnd =>
    ends.get(documentId) ?? (end.get(documentId) as LogEnd | undefined) ?? { seq: 0, digest: EMPTY_TEXT };

  /** Writes one batch inside the open transaction; throws before its first row when a claim is refused. */
  const write = (batch: readonly LoggedUpdate[]): readonly number[] => {
    const plan = planBatch(batch, endOf, ownerOf);
    const digests = new Map(plan.digests.map((act) => [act.recordHash, act]));
    for (const row of plan.rows) {
      const { documentId, seq, participantId, at, update, claims, digest } = row;
      const claimed = claims.length === 0 ? '[]' : JSON.stringify(claims);
      insertUpdate.run(documentId, seq, participantId, at, update, claimed, digest);
      ends.set(documentId, { seq, digest });
      const act = digests.size === 0 ? undefined : digests.get(digest);
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
    if (ends.size > KNOWN_ENDS) ends.clear();
    // Only batches that share a transaction need a way back of their own.
    const several = group.length > 1;
    let cause: unknown = null;
    try {
      writer.exec('BEGIN IMMEDIATE');
      for (const { batch, done, failed } of group) {
        if (several) writer.exec('SAVEPOINT batch');
        try {
          const seqs = write(batch);
          settle.push(() => done(seqs));
        } catch (error) {
          cause = error;
          ends.clear();
          if (!several) throw error;
          writer.exec('ROLLBACK TO batch');
          settle.push(() => failed(error));
        }
        if (several) writer.exec('RELEASE batch');
      }
      writer.exec('COMMIT');
    } catch (error) {
      ends.clear();
      rollback(writer);
      // Where the disk fails SQLite may end the transaction by itself: then there is no savepoint to go back to.
      const reason = troubleOf(cause) === null ? error : cause;
      for (const { failed } of group) failed(reason);
      return;
    }
    for (const act of settle) act();
  };

  const saveSnapshot: TextLog['saveSnapshot'] = (documentId, snapshot) =>
    mutex.run(() => void putSnapshot.run(documentId, snapshot.seq, snapshot.state, snapshotDigest(snapshot)));

  return {
    append: (batch) =>
      new Promise((done, failed) => {
        waiting.push({ batch, done, failed });
        if (waiting.length === 1) void mutex.run(commitWaiting);
      }),
    load,
    read,
    owners,
    saveSnapshot,
    compact: async (documentId) => {
      const snapshot = await merge(documentId);
      await saveSnapshot(documentId, snapshot);
      return { seq: snapshot.seq, bytes: snapshot.state.length };
    },
    claim: (claims) =>
      mutex.run(() => {
        writer.exec('BEGIN IMMEDIATE');
        try {
          const owners = claims.map(({ documentId, clientId, participantId }) => {
            const standing = ownerOf(documentId, clientId);
            if (standing === null) insertOwner.run(documentId, clientId, participantId);
            return standing ?? participantId;
          });
          writer.exec('COMMIT');
          return owners;
        } catch (error) {
          rollback(writer);
          throw error;
        }
      }),
  };
}
