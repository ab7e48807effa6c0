import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Store, VerifiableStore } from '../../ports/store.ts';
import { createMutex } from '../mutex.ts';
import { readOnlyRows } from '../read-only-rows.ts';
import { startCompactor } from './compactor.ts';
import { type Connect, connect, openDatabase } from './database.ts';
import { sqliteDialect } from './dialect.ts';
import { createHealth, createTroubles } from './health.ts';
import { lockFolder } from './lock.ts';
import { migrate } from './migrations.ts';
import { rollback } from './rollback.ts';
import { sqliteRows } from './rows.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { Tables } from './tables.ts';
import { sqliteTextLog } from './text-log.ts';
import { textLogReading, updateRecords } from './text-log-reading.ts';

/** The database's name in DATA_DIR; its `-wal` and `-shm` stand beside it while a server runs. */
export const DATABASE_FILE = 'sounding-board.sqlite';

/**
 * The embedded database in a folder: one connection writes, another reads what is committed.
 * Throws one-line errors: folder in use, database of a newer program, folder not writable.
 */
export function openSqliteStore(folder: string, now: string, connectTo: Connect = connect): Store {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  const file = join(folder, DATABASE_FILE);
  const troubles = createTroubles();
  const opened: SqlDatabase[] = [];
  const open = (readOnly: boolean): SqlDatabase => {
    const database = openDatabase(file, readOnly, readOnly ? troubles.reading : troubles.writing, connectTo);
    opened.push(database);
    return database;
  };
  let writer: SqlDatabase;
  let reader: SqlDatabase;
  try {
    writer = open(false);
    migrate(writer, now);
    reader = open(true);
  } catch (error) {
    for (const database of opened) database.close();
    unlock();
    throw error;
  }
  const mutex = createMutex();
  const compactor = startCompactor(file);
  const writing = sqliteRows(new Kysely<Tables>({ dialect: sqliteDialect(writer) }));
  const reading = sqliteRows(new Kysely<Tables>({ dialect: sqliteDialect(reader) }));
  return {
    rows: readOnlyRows(reading),
    textLog: sqliteTextLog(writer, reader, mutex, compactor.merge),
    updates: updateRecords(reader),
    transact: (work) =>
      mutex.run(async () => {
        writer.exec('BEGIN IMMEDIATE');
        try {
          const answer = await work(writing);
          writer.exec('COMMIT');
          return answer;
        } catch (error) {
          rollback(writer);
          throw error;
        }
      }),
    health: createHealth(writer, mutex, troubles),
    async close() {
      await compactor.close();
      await mutex.run(() => {
        reader.close();
        bringHome(writer);
        writer.close();
        unlock();
      });
    },
  };
}

/** Brings the write-ahead log into the database, so that a stopped server leaves one file. Without it nothing is lost. */
function bringHome(writer: SqlDatabase): void {
  try {
    // Somebody who reads (a backup) keeps nobody from stopping.
    writer.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // The next start reads both.
  }
}

/** The database of a folder to look at only: beside a running server too. Throws where there is none. */
export function openSqliteReader(folder: string): VerifiableStore & { close(): void } {
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(file)) throw new Error(`DATA_DIR ${folder} holds no database`);
  const reader = openDatabase(file, true);
  return {
    rows: readOnlyRows(sqliteRows(new Kysely<Tables>({ dialect: sqliteDialect(reader) }))),
    textLog: textLogReading(reader),
    updates: updateRecords(reader),
    close: () => reader.close(),
  };
}
