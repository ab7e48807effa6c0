import { createRequire } from 'node:module';

/** What we use of SQLite's synchronous interface: the same in `node:sqlite` and @photostructure/sqlite. */
export interface SqlStatement {
  run(...values: unknown[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
  get(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
  iterate(...values: unknown[]): IterableIterator<unknown>;
}

export interface SqlDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqlStatement;
  close(): void;
}

type DatabaseConstructor = new (
  path: string,
  options?: { readonly readOnly?: boolean; readonly timeout?: number },
) => SqlDatabase;

/** `node:sqlite` where Node has it (22.13 and newer without a flag), else the same interface from its package. */
function findConstructor(): DatabaseConstructor {
  const require = createRequire(import.meta.url);
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
  const name = major > 22 || (major === 22 && minor >= 13) ? 'node:sqlite' : '@photostructure/sqlite';
  return (require(name) as { DatabaseSync: DatabaseConstructor }).DatabaseSync;
}

/** How long a statement waits for another process (a backup, `verify`) before it fails, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

/** Opens a database file as it is; `timeout` in milliseconds is how long a statement waits for another process. */
export function connect(path: string, readOnly: boolean, timeout: number): SqlDatabase {
  const Database = findConstructor();
  return new Database(path, { readOnly, timeout });
}

/** Opens a database file. WAL lets readers read while the one writer writes; FULL syncs every commit to the disk. */
export function openDatabase(path: string, readOnly: boolean): SqlDatabase {
  const database = connect(path, readOnly, BUSY_TIMEOUT);
  if (!readOnly) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec('PRAGMA foreign_keys = ON;');
  return database;
}
