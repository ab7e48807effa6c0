import { SqliteDialect } from 'kysely';
import type { SqlDatabase, SqlStatement } from './sql-database.ts';

/** Prepared statements kept; the queries of this server are about half as many. */
const STATEMENTS_KEPT = 200;

/** Kysely's own SQLite dialect over a synchronous database, with statements prepared once. */
export function sqliteDialect(database: SqlDatabase): SqliteDialect {
  const kept = new Map<string, SqlStatement>();
  const prepare = (sql: string): SqlStatement => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    if (kept.size >= STATEMENTS_KEPT) kept.clear();
    kept.set(sql, statement);
    return statement;
  };
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        const statement = prepare(sql);
        return {
          reader: /^\s*(select|with|pragma)\b|\breturning\b/i.test(sql),
          all: (parameters) => statement.all(...parameters),
          run: (parameters) => statement.run(...parameters),
          iterate: (parameters) => statement.iterate(...parameters),
        };
      },
    },
  });
}
