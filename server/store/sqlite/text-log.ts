import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { EMPTY_CHAIN, link } from '../../audit/chain.ts';
import { EMPTY_TEXT } from '../../audit/text-digest.ts';
import { troubleOf } from '../../ports/store-failure.ts';
import type { LoggedUpdate, TextLog, TextSnapshot } from '../../ports/text-log.ts';
import { type LogEnd, planBatch } from '../log-batch.ts';
import type { Durability } from './durability.ts';
import type { SqlDatabase } from './sql-database.ts';
import { snapshotDigest, textLogReading } from './text-log-reading.ts';
import type { Writer } from './writer.ts';

/** Ends of logs kept in memory: a bound for a server of very many documents, which then reads some anew. */
const KNOWN_ENDS = 10_000;

interface WaitingBatch {
  readonly batch: readonly LoggedUpdate[];
  readonly onCommit: ((milliseconds: number) => void) | undefined;
  readonly done: (seqs: readonly number[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The update log on the writer's connection. Batches that wait while another writes are committed together (group
 * commit). Statements are prepared once: this is the path of every key typed.
 */
export function sqliteTextLog(
  { database: writer, run }: Writer,
  reader: SqlDatabase,
  durability: Durability,
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

  /** Whether the open transaction pins a text in the audit log, which is read like any rows. */
  let pins = false;

  /** Texts with something on its way to the disk, and the commit of it. */
  const onTheWay = new Map<DocumentId, number>();
  const note = (documentId: DocumentId, commit: number): void => {
    if (onTheWay.size >= KNOWN_ENDS)
      for (const [known, earlier] of onTheWay) if (earlier <= durability.durable()) onTheWay.delete(known);
    onTheWay.set(documentId, commit);
  };
  /** What is read of a text is answered once it is on the disk. */
  const settled = async <Answer>(documentId: DocumentId, read: Promise<Answer>): Promise<Answer> => {
    const commit = onTheWay.get(documentId);
    if (commit === undefined) return await read;
    const [answer] = await Promise.all([read, durability.reached(commit)]);
    if (onTheWay.get(documentId) === commit) onTheWay.delete(documentId);
    return answer;
  };
  const { load, read, owners } = textLogReading(reader);

  /** Writes one batch inside the open transaction; throws before its first row when a claim is refused. */
  const write = (batch: readonly LoggedUpdate[]): readonly number[] => {
    const plan = planBatch(batch, endOf, ownerOf);
    const digests =
      plan.digests.length === 0 ? null : new Map(plan.digests.map((act) => [act.recordHash, act]));
    for (const row of plan.rows) {
      const { documentId, seq, participantId, at, update, claims, digest } = row;
      const claimed = claims.length === 0 ? '[]' : JSON.stringify(claims);
      // It answers no row: `run` would make an object of what it did.
      insertUpdate.get(documentId, seq, participantId, at, update, claimed, digest);
      ends.set(documentId, { seq, digest });
      const act = digests?.get(digest);
      if (act === undefined) continue;
      pins = true;
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

  let waiting: WaitingBatch[] = [];
  const takeWaiting = (): readonly WaitingBatch[] => {
    const group = waiting;
    waiting = [];
    return group;
  };
  /** Writes batches inside the open transaction; answers how to settle each. */
  const writeAll = (group: readonly WaitingBatch[]): (() => void)[] => {
    if (ends.size > KNOWN_ENDS) ends.clear();
    pins = false;
    // Only batches that share a transaction need a way back of their own.
    const several = group.length > 1;
    let cause: unknown = null;
    try {
      return group.map(({ batch, done, failed }) => {
        let settle: () => void;
        if (several) writer.exec('SAVEPOINT batch');
        try {
          const seqs = write(batch);
          settle = () => done(seqs);
        } catch (error) {
          cause = error;
          ends.clear();
          if (!several) throw error;
          writer.exec('ROLLBACK TO batch');
          settle = () => failed(error);
        }
        if (several) writer.exec('RELEASE batch');
        return settle;
      });
    } catch (error) {
      // Where the disk fails SQLite may end the transaction by itself: then there is no savepoint to go back to.
      throw troubleOf(cause) === null ? error : cause;
    }
  };
  const commitWaiting = async (): Promise<void> => {
    let group: readonly WaitingBatch[] = [];
    let startedAt = 0;
    try {
      const settle = await run(
        () => {
          startedAt = performance.now();
          group = takeWaiting();
          return writeAll(group);
        },
        {
          rows: () => pins,
          committed(commit) {
            const milliseconds = performance.now() - startedAt;
            for (const { batch, onCommit } of group) {
              for (const { documentId } of batch) note(documentId, commit);
              onCommit?.(milliseconds);
            }
          },
        },
      );
      for (const act of settle) act();
    } catch (error) {
      ends.clear();
      // Refused before they were looked at, they wait still.
      for (const { failed } of group.length === 0 ? takeWaiting() : group) failed(error);
    }
  };

  const saveSnapshot: TextLog['saveSnapshot'] = (documentId, snapshot) =>
    run(() => void putSnapshot.run(documentId, snapshot.seq, snapshot.state, snapshotDigest(snapshot)), {
      rows: () => false,
      committed: (commit) => note(documentId, commit),
    });

  return {
    append: (batch, onCommit) =>
      new Promise((done, failed) => {
        waiting.push({ batch, onCommit, done, failed });
        if (waiting.length === 1) void commitWaiting();
      }),
    load: (documentId, most) => settled(documentId, load(documentId, most)),
    read: (documentId, afterSeq, limit) => settled(documentId, read(documentId, afterSeq, limit)),
    owners: (documentId) => settled(documentId, owners(documentId)),
    saveSnapshot,
    compact: async (documentId) => {
      const snapshot = await merge(documentId);
      await saveSnapshot(documentId, snapshot);
      return { seq: snapshot.seq, bytes: snapshot.state.length };
    },
    claim: (claims) =>
      run(
        () =>
          claims.map(({ documentId, clientId, participantId }) => {
            const standing = ownerOf(documentId, clientId);
            if (standing === null) insertOwner.run(documentId, clientId, participantId);
            return standing ?? participantId;
          }),
        {
          rows: () => false,
          committed(commit) {
            for (const { documentId } of claims) note(documentId, commit);
          },
        },
      ),
  };
}
