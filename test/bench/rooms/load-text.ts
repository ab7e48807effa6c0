import { DatabaseSync } from '@photostructure/sqlite';
import type { TextLog } from '../../../server/ports/text-log.ts';
import type { DocumentId, IsoTime, ParticipantId } from '../../../shared/model/ids.ts';
import type { LongText } from './long-text.ts';

/*
 * Puts a long text into the store of each server before its start, as if it had been typed there: every one through
 * the interface it writes with itself.
 */

/** Updates in one commit; the digests and claims of each row are made as for typed ones. */
const BATCH = 1_000;
/** Updates that the newest snapshot lacks, as a server that stops while people type may leave them. */
const TAIL = 250;
/** Milliseconds between two keys in the record. */
const BEAT = 200;
const BEGUN = Date.UTC(2026, 0, 5);

/** Our log, row by row, with owners, digests and the snapshot a room would have written by then. */
export async function fillTextLog(
  log: TextLog,
  documentId: DocumentId,
  authors: readonly ParticipantId[],
  text: LongText,
): Promise<void> {
  if (authors.length < text.typists) throw new Error(`the text has ${text.typists} typists`);
  const claimed = new Set<number>();
  const snapshotAt = text.updates.length - TAIL;
  for (let from = 0; from < text.updates.length; from += BATCH)
    await log.append(
      text.updates.slice(from, from + BATCH).map(({ typist, client, update }, k) => {
        const claims = claimed.has(client) ? [] : [client];
        claimed.add(client);
        const at = new Date(BEGUN + (from + k) * BEAT).toISOString() as IsoTime;
        return { documentId, participantId: authors[typist] as ParticipantId, at, update, claims };
      }),
    );
  await log.saveSnapshot(documentId, { seq: snapshotAt, state: text.stateAfter(snapshotAt) });
}

/** The table of hocuspocus's own SQLite extension, which keeps one state a document. */
export function fillDocumentsTable(file: string, name: string, text: LongText): void {
  const database = new DatabaseSync(file);
  database.exec(
    'CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))',
  );
  database
    .prepare(
      'INSERT INTO "documents" ("name", "data") VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data',
    )
    .run(name, text.state);
  database.close();
}

/** Named here, or its types, which do not resolve, would be looked for. */
const LEVEL: string = 'y-leveldb';

/** y-leveldb keeps a merged state and the updates since, at most 500 before it merges again. */
export async function fillLevel(folder: string, name: string, text: LongText): Promise<void> {
  const { LeveldbPersistence } = (await import(LEVEL)) as {
    LeveldbPersistence: new (
      folder: string,
    ) => {
      storeUpdate(name: string, update: Uint8Array): Promise<unknown>;
      destroy(): Promise<void>;
    };
  };
  const level = new LeveldbPersistence(folder);
  const mergedAt = text.updates.length - TAIL;
  await level.storeUpdate(name, text.stateAfter(mergedAt));
  for (const { update } of text.updates.slice(mergedAt)) await level.storeUpdate(name, update);
  await level.destroy();
}
