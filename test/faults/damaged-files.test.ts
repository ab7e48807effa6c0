import { closeSync, openSync, readSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/store/sqlite/database.ts';
import { DATABASE_FILE } from '../../server/store/sqlite/store.ts';
import { LONG, SEED } from '../seeded.ts';
import { createRandom } from '../sim/random.ts';
import { openTable, sitDown } from './people.ts';
import { prepareDrill, Refused } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben'];
const DAMAGES = LONG ? 20 : 2;
const drill = prepareDrill();
const random = createRandom(SEED);

/** People have typed, and the server was killed or stopped. */
async function typed(end: 'kill' | 'stop') {
  const server = await drill.start();
  const table = await openTable(server, NAMES);
  const typing = sitDown(table, NAMES, SEED);
  typing.enter(server);
  await typing.promised(30);
  typing.leave();
  await server[end]();
  return { typing };
}

function flip(file: string): void {
  const size = statSync(file).size;
  const handle = openSync(file, 'r+');
  // In the second half: what was written last.
  for (let k = 0; k < 8; k += 1) {
    const at = Math.floor(size / 2) + random.below(Math.floor(size / 2));
    const byte = Buffer.alloc(1);
    readSync(handle, byte, 0, 1, at);
    writeSync(handle, Buffer.of((byte[0] as number) ^ 0xff), 0, 1, at);
  }
  closeSync(handle);
}
const cut = (file: string): void => truncateSync(file, random.below(statSync(file).size));

describe('F10: damaged files', () => {
  it.each(Array.from({ length: DAMAGES }, (_, k) => (k % 2 === 0 ? 'flipped' : 'cut')))(
    'bytes of the write-ahead log %s: what was before them stands, as a record that holds',
    async (how) => {
      const { typing } = await typed('kill');
      (how === 'flipped' ? flip : cut)(join(drill.folder, `${DATABASE_FILE}-wal`));
      const server = await drill.start();
      await server.kill();
      const findings = await verdict(typing.scene(drill));
      // The disk has forgotten what it said it had written. Nothing else may be wrong with what is left.
      expect(findings.filter((finding) => !finding.endsWith('but lost'))).toEqual([]);
    },
  );

  it.each(Array.from({ length: DAMAGES / 2 }, (_, k) => k))(
    'a database file that was cut (%d): the server refuses in one line, or is up',
    async () => {
      await typed('stop');
      cut(join(drill.folder, DATABASE_FILE));
      const started = await drill.start().catch((error: unknown) => error);
      if (started instanceof Refused) {
        expect(started.code).toBe(1);
        expect(started.said.trim()).toMatch(/^[^\n]*DATA_DIR[^\n]*$/);
      } else expect(started).toHaveProperty('origin');
    },
  );

  it('an update that was changed in the database: told by the record, and nobody sees a text that is none', async () => {
    const { typing } = await typed('stop');
    const database = openDatabase(join(drill.folder, DATABASE_FILE), false);
    database.exec('DROP TRIGGER updates_no_update');
    database.exec(`UPDATE updates SET "update" = x'ffffff' WHERE "seq" = (SELECT MAX("seq") FROM updates)`);
    database.exec('DELETE FROM snapshots');
    database.close();
    const server = await drill.start();
    typing.enter(server);
    await expect.poll(() => typing.typists.every(({ closes }) => closes.length > 0)).toBe(true);
    for (const { closes } of typing.typists) expect(closes).toEqual([1011]);
    expect((await fetch(`${server.origin}/healthz`)).ok).toBe(true);
    typing.leave();
    await server.kill();
    const findings = await verdict(typing.scene(drill));
    expect(findings.length).toBeGreaterThan(0);
    expect(drill.stderr()).not.toMatch(/unhandled|uncaught/i);
  });
});
