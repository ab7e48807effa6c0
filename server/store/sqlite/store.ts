import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Store, VerifiableStore } from '../../ports/store.ts';
import { createMutex } from '../mutex.ts';
import { readOnlyRows } from '../read-only-rows.ts';
import { type CheckpointWatch, createCheckpoints } from './checkpoints.ts';
import { startCompactor } from './compactor.ts';
import { BUSY_TIMEOUT, beginLog, type Connect, connect, openDatabase } from './database.ts';
import { sqliteDialect } from './dialect.ts';
import { createDurability } from './durability.ts';
import { createHealth, createTroubles } from './health.ts';
import { lockFolder } from './lock.ts';
import { type LogFile, type OpenLogFile, openLogFile } from './log-file.ts';
import { createLogSpace } from './log-space.ts';
import { migrate } from './migrations.ts';
import { sqliteRows } from './rows.ts';
import type { SqlDatabase } from './sql-database.ts';
import { createSteadyReader, type SteadyReader } from './steady-reader.ts';
import type { Tables } from './tables.ts';
import { sqliteTextLog } from './text-log.ts';
import { textLogReading, updateRecords } from './text-log-reading.ts';
import { createWriter } from './writer.ts';

/** The database's name in DATA_DIR; its `-wal` and `-shm` stand beside it while a server runs. */
export const DATABASE_FILE = 'sounding-board.sqlite';

/** What a test has its own of. */
export interface Disk {
  readonly connect: Connect;
  readonly openLogFile: OpenLogFile;
}

const NOBODY: CheckpointWatch = { checkpointed: () => undefined, checkpointFailed: () => undefined };

/**
 * The embedded database in a folder: one connection writes, others read what is on the disk.
 * Throws one-line errors: folder in use, database of a newer program, folder not writable.
 */
export function openSqliteStore(
  folder: string,
  now: string,
  disk: Partial<Disk> = {},
  watch: CheckpointWatch = NOBODY,
): Store {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  const file = join(folder, DATABASE_FILE);
  const troubles = createTroubles();
  const opened: { close(): void }[] = [];
  const open = (readOnly: boolean): SqlDatabase =>
    openDatabase(file, readOnly, readOnly ? troubles.reading : troubles.writing, disk.connect ?? connect);
  let database: SqlDatabase;
  let reader: SteadyReader;
  let log: LogFile;
  try {
    database = open(false);
    opened.push(database);
    migrate(database, now);
    // After a sync that failed, what the system has in memory may not be on the disk: it is written anew.
    bringHome(database, beginLog);
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
    log = (disk.openLogFile ?? openLogFile)(`${file}-wal`);
    opened.push(log);
    reader = createSteadyReader(() => open(true));
  } catch (error) {
    for (const part of opened) part.close();
    unlock();
    throw error;
  }
  const mutex = createMutex();
  const compactor = startCompactor(file);
  const space = createLogSpace(`${file}-wal`);
  const durability = createDurability(`${file}-wal`, log, {
    begun() {
      const size = log.size();
      space.look(size);
      checkpoints.look(size);
    },
    settled: reader.settled,
    failed: troubles.failed,
  });
  const allSynced = (): Promise<void> => durability.reached(durability.newest());
  const alone = (work: () => Promise<void>): Promise<void> => mutex.run(() => allSynced().then(work));
  const checkpoints = createCheckpoints(log, compactor.checkpoint, alone, watch);
  const writer = createWriter(database, reader, mutex, durability);
  const writing = sqliteRows(new Kysely<Tables>({ dialect: sqliteDialect(database) }));
  const reading = sqliteRows(new Kysely<Tables>({ dialect: sqliteDialect(reader) }));
  const textLog = sqliteTextLog(writer, reader, durability, compactor.merge);
  return {
    rows: readOnlyRows(reading),
    textLog,
    updates: updateRecords(reader),
    transact: (work) => writer.run(() => work(writing), { rows: () => true }),
    health: createHealth(database, mutex, troubles),
    async close() {
      await Promise.all([compactor.close(), space.close()]);
      await mutex.run(async () => {
        await allSynced().catch(() => undefined);
        reader.close();
        bringHome(database);
        log.close();
        database.close();
        unlock();
      });
    },
  };
}

/** Brings the write-ahead log into the database: a stopped server leaves one file. Where that fails nothing is lost. */
function bringHome(writer: SqlDatabase, andThen?: (writer: SqlDatabase) => void): void {
  try {
    // Somebody who reads (a backup) keeps nobody from starting or stopping.
    writer.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
    andThen?.(writer);
  } catch {
    // The log is read with the database.
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
