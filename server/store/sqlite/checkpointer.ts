import { beginLog, openDatabase } from './database.ts';
import { rollback } from './rollback.ts';
import type { SqlDatabase } from './sql-database.ts';

/** Brings the write-ahead log into the database, in a thread: it syncs both, and a slow disk takes its time. */
export interface Checkpointer {
  /** Beside whoever writes. What is committed meanwhile is left. */
  most(): void;
  /**
   * What `most` left; then begins the log anew. Nobody may write meanwhile. Where somebody else holds on to an old
   * state, the log grows on.
   */
  rest(): void;
  close(): void;
}

/** `reader` holds on to the log between the two halves, so that nobody begins it anew but the second half (`beginLog`). */
export function createCheckpointer(file: string, reader: SqlDatabase): Checkpointer {
  let database: SqlDatabase | null = null;
  const writer = (): SqlDatabase => {
    database ??= openDatabase(file, false);
    return database;
  };
  /** Whether all of the log is in the database now. */
  const checkpoint = (): boolean => {
    const [said] = writer().prepare('PRAGMA wal_checkpoint(PASSIVE)').all() as {
      readonly busy: number;
      readonly log: number;
      readonly checkpointed: number;
    }[];
    return said !== undefined && said.busy === 0 && said.log === said.checkpointed;
  };
  return {
    most() {
      reader.exec('BEGIN');
      reader.prepare('SELECT COUNT(*) FROM sqlite_master').get();
      checkpoint();
    },
    rest() {
      rollback(reader);
      if (checkpoint()) beginLog(writer());
    },
    close: () => database?.close(),
  };
}
