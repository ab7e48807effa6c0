import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/store/sqlite/database.ts';
import { DATABASE_FILE, openSqliteStore } from '../../server/store/sqlite/store.ts';
import type { ParticipantId } from '../../shared/model/ids.ts';
import { openTable, sitDown } from './people.ts';
import { prepareDrill } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben'];
const drill = prepareDrill();

/** People type, something happens, and the server is killed. */
async function typeAndKill(beforeTheKill: () => Promise<void> | void) {
  const server = await drill.start();
  const table = await openTable(server, NAMES);
  const typing = sitDown(table, NAMES, 1);
  typing.enter(server);
  await typing.promised(20);
  await beforeTheKill();
  await server.kill();
  typing.leave();
  const judge = (stderr = drill.stderr()) => verdict({ ...typing.scene(drill), stderr });
  return { judge, typing };
}

const alter = (sql: string): void => {
  const opened = openDatabase(join(drill.folder, DATABASE_FILE), false);
  opened.exec(sql);
  opened.close();
};

describe('F1: the verdict finds', () => {
  it('nothing where nothing is wrong, and an error that nobody caught', async () => {
    const { judge } = await typeAndKill(() => undefined);
    expect(await judge()).toEqual([]);
    expect(await judge('[UnhandledPromiseRejection: …]')).toEqual([expect.stringContaining('nobody caught')]);
  });

  it('words that stand under another name than that of who typed them', async () => {
    const { typing } = await typeAndKill(() => undefined);
    const { authors, ...scene } = typing.scene(drill);
    const names = [...(authors ?? [])];
    const exchanged = new Map(names.map(([client], k) => [client, names[1 - k]?.[1] as ParticipantId]));
    expect(await verdict({ ...scene, authors: exchanged })).toContainEqual(
      expect.stringContaining('said to be by'),
    );
  });

  it('what a server acknowledged and showed without committing it', async () => {
    const { judge } = await typeAndKill(async () => {
      drill.plan({ match: '^COMMIT', when: 'before', act: 'skip' });
      // The next window finds the transaction open and fails: by then the first was acknowledged and shown.
      await expect.poll(() => drill.stderr()).toContain('could not be stored');
    });
    const findings = await judge();
    expect(findings).toContainEqual(expect.stringContaining('but lost'));
  });

  it('what a disk has forgotten that said it had written', async () => {
    const { judge } = await typeAndKill(() => undefined);
    const log = join(drill.folder, `${DATABASE_FILE}-wal`);
    // Behind what was written stands space that was made for more.
    const written = readFileSync(log).findLastIndex((byte) => byte !== 0);
    truncateSync(log, Math.floor(written / 2));
    const findings = await judge();
    expect(findings).toContainEqual(expect.stringMatching(/acknowledged to \w+, but lost/));
    expect(findings).toContainEqual(expect.stringMatching(/seen by \w+, but lost/));
  });

  it('a snapshot that is not the log', async () => {
    const { judge } = await typeAndKill(() => undefined);
    const store = openSqliteStore(drill.folder, new Date(0).toISOString());
    const [documentId] = await store.updates.documents();
    if (documentId === undefined) throw new Error('nothing was typed');
    const seq = (await store.updates.read(documentId, 0, 1_000_000)).length;
    await store.textLog.saveSnapshot(documentId, { seq, state: Uint8Array.of(0, 0) });
    await store.close();
    expect(await judge()).toContainEqual(expect.stringContaining('the log replayed is another text'));
  });

  it('a row that was changed behind the record', async () => {
    const { judge } = await typeAndKill(() => undefined);
    alter('DROP TRIGGER audit_no_update');
    alter(`UPDATE audit SET "act" = 'phase.close' WHERE "seq" = 2`);
    expect((await judge()).length).toBeGreaterThan(0);
  });
});
