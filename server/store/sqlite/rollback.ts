import type { SqlDatabase } from './sql-database.ts';

/** Ends a transaction that failed; SQLite may have ended it already. */
export function rollback(database: SqlDatabase): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // No transaction is open any more: nothing to undo.
  }
}
