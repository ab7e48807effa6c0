/** A server on a folder's SQLite database, for tests that kill it: prints its port and runs until it is killed. */
import { openSqliteStore } from '../../../server/store/sqlite/store.ts';
import { startTestServer } from '../../server/ws/test-server.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: kill-nine-server.ts FOLDER');
const store = openSqliteStore(folder, new Date().toISOString());
const server = await startTestServer({ log: store.textLog, limits: { snapshotEvery: 40 } });
process.stdout.write(`${server.port}\n`);
