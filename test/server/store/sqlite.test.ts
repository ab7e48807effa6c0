import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/store/sqlite/database.ts';
import { MIGRATIONS } from '../../../server/store/sqlite/migrations.ts';
import { DATABASE_FILE, openSqliteStore } from '../../../server/store/sqlite/store.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { AT, insertPeople, sampleAct, sampleVersion } from '../../contract/rows.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sql = (statement: string): void => {
  const database = openDatabase(join(folder, DATABASE_FILE), false);
  try {
    database.exec(statement);
  } finally {
    database.close();
  }
};

describe('embedded database', () => {
  it('S12: update log, clientIDs, versions and audit log cannot be changed or deleted', async () => {
    const store = openSqliteStore(folder, AT);
    await store.transact(async (rows) => {
      await insertPeople(rows);
      await rows.versions.insert(sampleVersion(1));
      await rows.audit.append(sampleAct());
    });
    const participantId = 'participant' as ParticipantId;
    await store.textLog.append([
      { documentId: 'doc' as DocumentId, participantId, at: AT, update: new Uint8Array([1]), claims: [7] },
    ]);
    await store.close();
    for (const table of ['versions', 'audit', 'updates', '"clientIds"']) {
      expect(() => sql(`DELETE FROM ${table}`)).toThrow('append-only');
      expect(() => sql(`UPDATE ${table} SET "documentId" = 'x'`)).toThrow('append-only');
    }
  });

  it('S13: a database of a newer program is refused in one line and left alone', async () => {
    await openSqliteStore(folder, AT).close();
    sql(`INSERT INTO migrations VALUES (${MIGRATIONS.length + 1}, 'from the future', '${AT}')`);
    expect(() => openSqliteStore(folder, AT)).toThrow(
      /^the database in DATA_DIR has schema \d+.*newer program$/,
    );
    sql(`DELETE FROM migrations WHERE "number" = ${MIGRATIONS.length + 1}`);
    await openSqliteStore(folder, AT).close();
  });

  it('S14: a second server on the same folder is refused', async () => {
    const store = openSqliteStore(folder, AT);
    expect(() => openSqliteStore(folder, AT)).toThrow('in use by another running server');
    await store.close();
    await openSqliteStore(folder, AT).close();
  });

  it('S6: the journal is a write-ahead log that the process syncs itself, and nobody else', () => {
    const database = openDatabase(join(folder, 'pragmas.sqlite'), false);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 1 });
    expect(database.prepare('PRAGMA wal_autocheckpoint').get()).toEqual({ wal_autocheckpoint: 0 });
    database.close();
  });
});
