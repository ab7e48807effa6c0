import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../server/store/sqlite/database.ts';
import { MIGRATIONS } from '../../server/store/sqlite/migrations.ts';
import type { SqlDatabase } from '../../server/store/sqlite/sql-database.ts';
import { DATABASE_FILE } from '../../server/store/sqlite/store.ts';
import { LONG } from '../seeded.ts';
import { openTable, sitDown } from './people.ts';
import { prepareDrill, Refused, type Rule } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben'];
const drill = prepareDrill();

/** Points of a step, in the short form; in the long form every statement of the start. */
const POINTS: readonly Rule[] = [
  { match: '^\\s*CREATE TABLE register', when: 'after', act: 'kill' },
  { match: '^COMMIT', when: 'before', act: 'kill', nth: 3 },
];

type Named = { readonly name: string };
const names = (database: SqlDatabase, sql: string): string[] =>
  (database.prepare(sql).all() as Named[]).map(({ name }) => name);
const TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;

/** Takes a database back to its first steps: what later ones made goes, rows of the first stay as they are. */
function takeBack(file: string, steps: number): void {
  const old = openDatabase(':memory:', false);
  for (const { sql } of MIGRATIONS.slice(0, steps)) old.exec(sql);
  const known = new Set([...names(old, TABLES), 'migrations']);
  const database = openDatabase(file, false);
  database.exec('PRAGMA foreign_keys = OFF');
  for (const table of names(database, TABLES)) {
    if (!known.has(table)) database.exec(`DROP TABLE "${table}"`);
    else if (table !== 'migrations') {
      const columns = new Set(names(old, `SELECT name FROM pragma_table_info('${table}')`));
      for (const column of names(database, `SELECT name FROM pragma_table_info('${table}')`))
        if (!columns.has(column)) database.exec(`ALTER TABLE "${table}" DROP COLUMN "${column}"`);
    }
  }
  database.exec(`DELETE FROM migrations WHERE "number" > ${steps}`);
  database.close();
  old.close();
}

it('F5: kill -9 while the schema is brought up to date: the next start goes on from there, and nothing is missing', async () => {
  const server = await drill.start();
  const table = await openTable(server, NAMES);
  const typing = sitDown(table, NAMES, 1);
  typing.enter(server);
  await typing.promised(20);
  typing.leave();
  await server.stop();
  takeBack(join(drill.folder, DATABASE_FILE), 1);
  const early = join(drill.folder, '..', 'early');
  cpSync(drill.folder, early, { recursive: true });

  /** A start that dies at a point, and one that does not; false when the point was never reached. */
  const startTwice = async (rule: Rule): Promise<boolean> => {
    drill.clear();
    cpSync(early, drill.folder, { recursive: true });
    drill.plan(rule);
    const first = await drill.start().catch((error: unknown) => error);
    drill.plan();
    if (!(first instanceof Refused)) return false;
    expect(first.code, 'ended by a signal').toBeNull();
    await (await drill.start()).kill();
    expect(await verdict(typing.scene(drill)), JSON.stringify(rule)).toEqual([]);
    return true;
  };

  for (const point of POINTS) expect(await startTwice(point), JSON.stringify(point)).toBe(true);
  if (LONG) for (let nth = 1; await startTwice({ match: '.', when: 'before', act: 'kill', nth }); nth += 1);
});
