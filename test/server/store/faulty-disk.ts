import { connect } from '../../../server/store/sqlite/database.ts';
import type { SqlDatabase } from '../../../server/store/sqlite/sql-database.ts';

/** SQLite's result codes (https://sqlite.org/rescode.html). */
export const IOERR_FSYNC = 1034;
export const IOERR_READ = 266;

/** Connections on a disk that a test fills up or breaks. */
export interface FaultyDisk {
  /** For `openSqliteStore`. */
  readonly connect: typeof connect;
  /** SQLite itself refuses to let the database grow: a real SQLITE_FULL. */
  fill(): void;
  makeSpace(): void;
  /** Statements that begin like this fail with this code, on the connection that writes or on those that read. */
  break(side: 'writer' | 'reader', start: string, code: number): void;
  mend(): void;
}

/** More pages than any test needs: SQLite's own limit. */
const NO_LIMIT = 4_294_967_294;

export function createFaultyDisk(): FaultyDisk {
  let writer: SqlDatabase | null = null;
  let fault: { readonly side: string; readonly start: string; readonly code: number } | null = null;
  const limitPages = (pages: number): void => {
    if (writer === null) throw new Error('nothing is open');
    writer.exec(`PRAGMA max_page_count = ${pages}`);
  };
  const failing = (side: string, sql: string): void => {
    if (fault === null || fault.side !== side || !sql.startsWith(fault.start)) return;
    throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: fault.code });
  };
  return {
    connect(path, readOnly, timeout) {
      const database = connect(path, readOnly, timeout);
      const side = readOnly ? 'reader' : 'writer';
      if (!readOnly) writer = database;
      return {
        exec(sql) {
          failing(side, sql);
          database.exec(sql);
        },
        prepare(sql) {
          const statement = database.prepare(sql);
          const checked =
            <Given extends unknown[], Answer>(act: (...given: Given) => Answer) =>
            (...given: Given): Answer => {
              failing(side, sql);
              return act(...given);
            };
          return {
            run: checked((...values) => statement.run(...values)),
            get: checked((...values) => statement.get(...values)),
            all: checked((...values) => statement.all(...values)),
            iterate: checked((...values) => statement.iterate(...values)),
          };
        },
        close: () => database.close(),
      };
    },
    // The smallest limit there is: the pages that are in use.
    fill: () => limitPages(1),
    makeSpace: () => limitPages(NO_LIMIT),
    break(side, start, code) {
      fault = { side, start, code };
    },
    mend() {
      fault = null;
    },
  };
}
