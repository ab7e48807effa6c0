import { createRequire } from 'node:module';
import { guarded, storeFailure, type Watch } from './guarded.ts';
import type { SqlDatabase } from './sql-database.ts';

type DatabaseConstructor = new (
  path: string,
  options?: { readonly readOnly?: boolean; readonly timeout?: number },
) => SqlDatabase;

/** Pages of a copy, as its progress tells them. */
export interface CopiedPages {
  readonly totalPages: number;
  readonly remainingPages: number;
}

interface SqliteModule {
  readonly DatabaseSync: DatabaseConstructor;
  /** SQLite's online backup (https://sqlite.org/backup.html): `rate` pages at a time, in a thread of its own. */
  readonly backup: (
    source: SqlDatabase,
    target: string,
    options: { readonly rate: number; readonly progress: (pages: CopiedPages) => void },
  ) => Promise<number>;
}

/** `node:sqlite` where Node has all of it (22.16, 23.8 and newer), else the same interface from its package. */
export function sqliteModule(): SqliteModule {
  const require = createRequire(import.meta.url);
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
  const least = new Map([
    [22, 16],
    [23, 8],
  ]);
  const isComplete = major > 23 || minor >= (least.get(major) ?? Number.POSITIVE_INFINITY);
  return require(isComplete ? 'node:sqlite' : '@photostructure/sqlite') as SqliteModule;
}

/** How long a statement waits for another process (a backup, `verify`) before it fails, in milliseconds. */
export const BUSY_TIMEOUT = 5_000;

/** Opens a database file as it is; `timeout` in milliseconds is how long a statement waits for another process. */
export function connect(path: string, readOnly: boolean, timeout: number): SqlDatabase {
  const { DatabaseSync } = sqliteModule();
  return new DatabaseSync(path, { readOnly, timeout });
}

/** How a connection is made: `connect`, unless a test lets one fail. */
export type Connect = (path: string, readOnly: boolean, timeout: number) => SqlDatabase;

/**
 * Bytes from which on the write-ahead log is brought into the database. It grows past that while a reader holds on to an
 * old state (a backup). When it is begun anew it is cut back to what is in it: its length tells how full it is, and the
 * space of what comes is made just before it is used (log-space.ts).
 */
export const WAL_BYTES = 16 * 1024 * 1024;

/**
 * Opens a database file. WAL lets readers read while the one writer writes. NORMAL: commits are not synced here but
 * beside (durability.ts), and checkpoints are made in a thread, so that no sync holds up the process
 * (https://sqlite.org/wal.html#ckpt).
 * Throws a `StoreFailure` when the file cannot be opened or is no database.
 */
export function openDatabase(
  path: string,
  readOnly: boolean,
  watch?: Watch,
  connectTo: Connect = connect,
): SqlDatabase {
  const database = openGuarded(path, readOnly, watch, connectTo);
  try {
    if (!readOnly)
      database.exec(
        `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 0;`,
      );
    database.exec('PRAGMA foreign_keys = ON;');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * A commit that changes nothing. Whoever commits first to a log that is all in the database begins it anew and syncs its
 * header (walFrames in wal.c): that must not be the one who serves everybody.
 */
export function beginLog(database: SqlDatabase): void {
  database.exec('PRAGMA user_version = 0');
}

function openGuarded(
  path: string,
  readOnly: boolean,
  watch: Watch | undefined,
  connectTo: Connect,
): SqlDatabase {
  try {
    return guarded(connectTo(path, readOnly, BUSY_TIMEOUT), path, watch);
  } catch (error) {
    throw storeFailure(path, error);
  }
}
