import { StoreFailure, type StoreTrouble } from '../../ports/store-failure.ts';
import type { SqlDatabase, SqlStatement } from './sql-database.ts';

/** What watches a connection: told of every trouble, and of every transaction that was committed. */
export interface Watch {
  trouble(trouble: StoreTrouble): void;
  committed(): void;
}

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that are no fault of the program. */
const TROUBLES: ReadonlyMap<number, keyof typeof ADVICE> = new Map([
  [3, 'storage-unavailable'], // PERM
  [5, 'storage-unavailable'], // BUSY
  [6, 'storage-unavailable'], // LOCKED
  [7, 'storage-unavailable'], // NOMEM
  [8, 'storage-unavailable'], // READONLY
  [10, 'storage-unavailable'], // IOERR
  [11, 'storage-damaged'], // CORRUPT
  [13, 'storage-full'], // FULL
  [14, 'storage-unavailable'], // CANTOPEN
  [15, 'storage-unavailable'], // PROTOCOL
  [26, 'storage-damaged'], // NOTADB
]);

/** SQLite's own words for those codes (sqlite3_errstr): @photostructure/sqlite tells no number where reading fails. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ['access permission denied', 3],
  ['database is locked', 5],
  ['database table is locked', 6],
  ['out of memory', 7],
  ['attempt to write a readonly database', 8],
  ['disk I/O error', 10],
  ['database disk image is malformed', 11],
  ['database or disk is full', 13],
  ['unable to open database file', 14],
  ['locking protocol', 15],
  ['file is not a database', 26],
]);

/** The low byte of an extended result code is the primary one. */
const PRIMARY = 0xff;

const ADVICE: Readonly<Record<Exclude<StoreTrouble, 'storage-failed'>, string>> = {
  'storage-full': 'make space; it goes on by itself',
  'storage-unavailable': 'see to the disk and the permissions of the folder',
  'storage-damaged': 'restore DATA_DIR from a backup (npm run restore)',
};

/** Trouble with a file as a failure that names it and says what to do; anything else as it is. */
export function storeFailure(file: string, error: unknown): unknown {
  const { code, errcode = 0, message = '' } = error as { code?: string; errcode?: number; message?: string };
  if (code !== 'ERR_SQLITE_ERROR') return error;
  const primary = errcode === 0 ? (WORDS.get(message) ?? 0) : errcode & PRIMARY;
  const trouble = TROUBLES.get(primary);
  return trouble === undefined
    ? error
    : new StoreFailure(
        trouble,
        `${file}: ${message} (SQLite ${errcode || primary}): ${ADVICE[trouble]}`,
        error,
      );
}

const FRAMES: ReadonlySet<string> = new Set(['BEGIN', 'BEGIN IMMEDIATE', 'COMMIT']);

/**
 * A connection whose troubles are `StoreFailure`s, and known to whoever watches. After trouble inside of a transaction
 * it takes nothing more until it is told to roll back: SQLite may have ended the transaction by itself, and whatever
 * came next would be stored alone.
 */
export function guarded(database: SqlDatabase, file: string, watch?: Watch): SqlDatabase {
  let inTransaction = false;
  /** The trouble in the transaction that is open, and whether it still has to be rolled back. */
  let trouble: StoreFailure | null = null;
  let broken = false;
  const guard = <Answer>(act: () => Answer): Answer => {
    if (broken) throw trouble;
    try {
      return act();
    } catch (error) {
      const failure = storeFailure(file, error);
      if (failure instanceof StoreFailure) {
        trouble = failure;
        broken = inTransaction;
        watch?.trouble(failure.trouble);
      }
      throw failure;
    }
  };
  const guardedStatement = (statement: SqlStatement): SqlStatement => ({
    run: (...values) => guard(() => statement.run(...values)),
    get: (...values) => guard(() => statement.get(...values)),
    all: (...values) => guard(() => statement.all(...values)),
    *iterate(...values) {
      const rows = guard(() => statement.iterate(...values));
      for (;;) {
        const next = guard(() => rows.next());
        if (next.done) return;
        yield next.value;
      }
    },
  });
  /** What frames every transaction, prepared when it first comes: SQLite needs as long to read it as to do it. */
  const frames = new Map<string, SqlStatement>();
  const execute = (sql: string): void => {
    if (!FRAMES.has(sql)) {
      database.exec(sql);
      return;
    }
    let statement = frames.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      frames.set(sql, statement);
    }
    // Answers no row, and so no object.
    statement.get();
  };
  return {
    exec(sql) {
      if (sql.startsWith('BEGIN')) trouble = null;
      if (sql.startsWith('ROLLBACK')) {
        // A savepoint that is gone with its transaction throws here, and the transaction stays broken.
        if (sql === 'ROLLBACK') inTransaction = broken = false;
        database.exec(sql);
        broken = false;
        return;
      }
      guard(() => execute(sql));
      if (sql.startsWith('BEGIN')) inTransaction = true;
      if (sql !== 'COMMIT') return;
      inTransaction = false;
      if (trouble === null) watch?.committed();
    },
    prepare: (sql) => guardedStatement(guard(() => database.prepare(sql))),
    close: () => database.close(),
  };
}
