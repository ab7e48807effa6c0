/**
 * hocuspocus as its documentation starts it. Its SQLite extension needs a package that is compiled when installed, so
 * its database extension stands on the SQLite that the product uses, with the table, the statements and the settings
 * of that extension: every 2 s at least, every 10 s at most, the whole document is written.
 */
import { join } from 'node:path';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import { DatabaseSync } from '@photostructure/sqlite';

const database = new DatabaseSync(join(process.env.DATA_DIR ?? '.', 'hocuspocus.sqlite'));
// Held for as long as the process lives: a database that is collected takes its statements with it.
process.once('exit', () => database.isOpen && database.close());
database.exec(
  'CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))',
);
const select = database.prepare('SELECT data FROM "documents" WHERE name = $name ORDER BY rowid DESC');
const upsert = database.prepare(
  'INSERT INTO "documents" ("name", "data") VALUES ($name, $data) ON CONFLICT(name) DO UPDATE SET data = $data',
);

const server = new Server({
  port: Number(process.env.PORT),
  address: process.env.HOST ?? '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) =>
        (select.get({ $name: documentName }) as { data: Uint8Array } | undefined)?.data ?? null,
      store: async ({ documentName, state }) => {
        upsert.run({ $name: documentName, $data: state });
      },
    }),
  ],
});
await server.listen();
process.stdout.write('listening\n');
