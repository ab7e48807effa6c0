import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main as restore } from '../../server/cli/restore.ts';
import { DATABASE_FILE, openSqliteReader } from '../../server/store/sqlite/store.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { LONG } from '../seeded.ts';
import { runCommand } from '../server/cli/run-command.ts';
import { runScript } from './command.ts';
import { openTable, sitDown } from './people.ts';
import { prepareDrill, type Rule } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben'];
const drill = prepareDrill();

/** Points of a backup: its state is copied, and its record read; in the long form chosen, made one file of, looked at. */
const POINTS: readonly Pick<Rule, 'match' | 'when'>[] = [
  { match: '^COMMIT', when: 'before' },
  { match: 'from "audit"', when: 'before' },
  ...(LONG
    ? ([
        { match: '^SELECT COUNT', when: 'after' },
        { match: 'journal_mode = DELETE', when: 'before' },
        { match: 'integrity_check', when: 'after' },
      ] as const)
    : []),
];

const updatesIn = async (folder: string, id: DocumentId) => {
  const store = openSqliteReader(folder);
  try {
    return await store.updates.read(id, 0, 1_000_000);
  } finally {
    store.close();
  }
};

describe('kill -9 during a backup', () => {
  it('F28: of the backup: nothing of it passes for one, people type on, and the next one is whole', async () => {
    const place = join(drill.folder, '..');
    const server = await drill.start();
    const table = await openTable(server, NAMES);
    const typing = sitDown(table, NAMES, 1);
    typing.enter(server);
    await typing.promised(NAMES.length * 5);
    for (const [k, point] of POINTS.entries()) {
      const target = join(place, `backup-${k}`);
      const { ended } = runScript('backup', [target], drill.folder, place, { ...point, act: 'kill' });
      expect((await ended).code, point.match).toBeNull();
      expect(existsSync(join(target, DATABASE_FILE)), point.match).toBe(false);
      const refused = await runCommand((args) => restore(args), '', target, join(place, `restored-${k}`));
      expect([refused.code, refused.err], point.match).toEqual([2, expect.stringContaining('is no backup')]);
      await typing.promised(NAMES.length);
    }
    const target = join(place, 'backup');
    expect(await runScript('backup', [target], drill.folder, place).ended).toMatchObject({ code: 0 });
    expect((await runCommand((args) => restore(args), '', target, join(place, 'restored'))).code).toBe(0);
    await typing.settled();
    typing.leave();
    expect(await server.stop()).toBe(0);
    expect(await verdict(typing.scene(drill))).toEqual([]);
  });

  it('F28: of the server: the backup is one state of it, all that was promised before is there, and a server goes on from it', async () => {
    const place = join(drill.folder, '..');
    const target = join(place, 'backup');
    let server = await drill.start();
    const table = await openTable(server, NAMES);
    const typing = sitDown(table, NAMES, 1);
    typing.enter(server);
    await typing.promised(NAMES.length * 5);
    const promised = (await updatesIn(drill.folder, table.id)).length;
    // The state is chosen, nothing is copied yet, and people type on.
    const backup = runScript('backup', [target], drill.folder, place, {
      ...{ match: '^SELECT COUNT', when: 'after', act: 'hold' },
    });
    await expect.poll(() => backup.struck().length).toBe(1);
    await typing.promised(NAMES.length * 5);
    await server.kill();
    typing.leave();
    backup.plan();
    expect(await backup.ended).toMatchObject({ code: 0 });
    const restored = join(place, 'restored');
    expect((await runCommand((args) => restore(args), '', target, restored)).code).toBe(0);
    const kept = await updatesIn(restored, table.id);
    const all = await updatesIn(drill.folder, table.id);
    expect(kept.length).toBeGreaterThanOrEqual(promised);
    expect(all.length).toBeGreaterThan(kept.length);
    expect(kept).toEqual(all.slice(0, kept.length));
    expect(await verdict(typing.scene(drill))).toEqual([]);
    const scene = { folder: restored, stderr: '', witnesses: new Map([[table.id, []]]) };
    expect(await verdict(scene)).toEqual([]);
    server = await drill.start({ env: { DATA_DIR: restored } });
    expect(await server.stop()).toBe(0);
  });
});
