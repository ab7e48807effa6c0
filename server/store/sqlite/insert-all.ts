import { CompiledQuery, type Kysely } from 'kysely';
import { piecesOf } from './pieces.ts';
import type { Tables } from './tables.ts';

/**
 * Inserts many rows of one table. Kysely's own builder makes an object for every value, which takes several times as long
 * as SQLite takes to store it.
 */
export async function insertAll<Table extends 'audit' | 'register'>(
  db: Kysely<Tables>,
  table: Table,
  columns: readonly (keyof Tables[Table] & string)[],
  rows: readonly Readonly<Record<keyof Tables[Table], unknown>>[],
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const one = `(${columns.map(() => '?').join(', ')})`;
  for (const piece of piecesOf(rows)) {
    const sql = `insert into "${table}" (${names}) values ${piece.map(() => one).join(', ')}`;
    const values = piece.flatMap((row) => columns.map((column) => row[column]));
    await db.executeQuery(CompiledQuery.raw(sql, values));
  }
}
