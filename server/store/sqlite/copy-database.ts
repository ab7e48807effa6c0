import { existsSync } from 'node:fs';
import { type CopiedPages, connect, sqliteModule } from './database.ts';
import { storeFailure } from './guarded.ts';
import { openLogFile } from './log-file.ts';

/** Pages copied at a time: some megabytes, between which progress is told. */
const PAGES_AT_A_TIME = 1_000;

/** How long to wait for another process, in milliseconds. */
const TIMEOUT = 10_000;

/**
 * Copies a database as it stands at one moment, beside a server that goes on writing, and puts the copy into one file
 * that needs no other beside it. Throws a `StoreFailure` that names the file in trouble.
 */
export async function copyDatabase(
  source: string,
  target: string,
  progress: (pages: CopiedPages) => void,
): Promise<void> {
  const database = open(source, true);
  try {
    // While a transaction reads, the state it reads stays: otherwise every commit would begin the copy anew.
    database.exec('BEGIN');
    database.prepare('SELECT COUNT(*) FROM sqlite_master').get();
    syncLog(source);
    await sqliteModule().backup(database, target, { rate: PAGES_AT_A_TIME, progress });
    // An open transaction would outlive its connection, and keep the server's write-ahead log from being cut back.
    database.exec('COMMIT');
  } catch (error) {
    throw storeFailure(source, error);
  } finally {
    database.close();
  }
  const copy = open(target, false);
  try {
    copy.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    throw storeFailure(target, error);
  } finally {
    copy.close();
  }
}

/** What a server has only just committed may not be on its disk: a copy must not hold more than a power cut would leave. */
function syncLog(source: string): void {
  const log = `${source}-wal`;
  if (existsSync(log)) openLogFile(log).close();
}

/** What is damaged in a database file, a line each; empty where it is whole. */
export function findDamage(file: string): readonly string[] {
  const database = open(file, true);
  try {
    const rows = database.prepare('PRAGMA integrity_check(20)').all() as { integrity_check: string }[];
    return rows.map(({ integrity_check: found }) => found).filter((found) => found !== 'ok');
  } catch (error) {
    return [String((storeFailure(file, error) as Error).message)];
  } finally {
    database.close();
  }
}

function open(file: string, readOnly: boolean): ReturnType<typeof connect> {
  try {
    return connect(file, readOnly, TIMEOUT);
  } catch (error) {
    throw storeFailure(file, error);
  }
}
