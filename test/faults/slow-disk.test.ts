import { describe, expect, it } from 'vitest';
import { sitDownAlone } from './drafter.ts';
import { ask, openTable, sitDown, syncUrl } from './people.ts';
import { prepareDrill, type Rule, type Server } from './server.ts';
import { verdict } from './verdict.ts';

const drill = prepareDrill();

/** From now on no sync of the disk comes to an end, until there is another plan. */
const HANGS: Rule = { match: '^fdatasync', when: 'before', act: 'hold', times: null };

const [ANNA, BEN, CEM] = [101, 102, 103];

/** Resolves when one more rule has struck than before. */
const struck = (before: number): Promise<void> =>
  expect.poll(() => drill.struck().length).toBeGreaterThan(before);

describe('a disk whose syncs hang', () => {
  it('F7: who reads, moves a caret or comes in is answered meanwhile; words are shown once they are kept', async () => {
    const server = await drill.start();
    const table = await openTable(server, ['Anna', 'Ben', 'Cem']);
    const other = await openTable(server, []);
    const [annas = '', bens = '', cems = ''] = table.tokens;
    const enter = (token: string, clientId: number) =>
      sitDownAlone(syncUrl(server, table.id), token, clientId);
    const anna = enter(annas, ANNA);
    await anna.entered;
    const ben = enter(bens, BEN);
    await ben.entered;
    anna.write('First. ');
    anna.moveCaret(1);
    await expect.poll(() => [ben.words(), ben.carets.get(ANNA)]).toEqual(['First. ', 1]);

    drill.plan(HANGS);
    const second = anna.write('Second. ');
    await struck(0);
    let renamed = false;
    const renaming = ask(server, 'PATCH', `/${table.id}`, { title: 'Renamed' }).then(() => {
      renamed = true;
    });
    const titleOf = async (id: string): Promise<string> =>
      (await ask<{ document: { title: string } }>(server, 'GET', `/${id}`)).document.title;
    for (const path of ['', `/${table.id}/text`, `/${table.id}/members`, `/${other.id}/text`])
      await ask(server, 'GET', path);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    await ben.ping();
    anna.moveCaret(2);
    await expect.poll(() => ben.carets.get(ANNA)).toBe(2);
    const cem = enter(cems, CEM);
    await cem.entered;
    // What came since the text was encoded is a message of its own.
    await expect.poll(() => cem.words()).toBe('First. ');
    expect([ben.words(), cem.words(), anna.acknowledged() < second]).toEqual(['First. ', 'First. ', true]);
    expect([await titleOf(table.id), renamed]).toEqual(['Outcome document', false]);

    drill.plan();
    await expect.poll(() => [ben.words(), cem.words()]).toEqual(['First. Second. ', 'First. Second. ']);
    await expect.poll(() => anna.acknowledged()).toBe(second);
    await renaming;
    expect(await titleOf(table.id)).toBe('Renamed');

    drill.plan(HANGS);
    const before = drill.struck().length;
    anna.write('Third. ');
    await struck(before);
    await server.kill();
    for (const { leave } of [anna, ben, cem]) leave();
    drill.plan();
    const witnesses = new Map([[table.id, [anna, ben, cem].map(({ witness }) => witness)]]);
    expect(await verdict({ folder: drill.folder, stderr: drill.stderr(), witnesses })).toEqual([]);
    expect(await (await drill.start()).stop()).toBe(0);
  });
});

describe('a disk that does not keep what it has taken', () => {
  const health = async (server: Server): Promise<unknown> => (await fetch(`${server.origin}/healthz`)).json();

  it('F27: nothing more is stored until a new start, people read on, and nothing that was promised is missing', async () => {
    const names = ['Anna', 'Ben'];
    const server = await drill.start();
    const table = await openTable(server, names);
    const typing = sitDown(table, names, 1);
    typing.enter(server);
    await typing.promised(6);
    drill.plan({ match: '^fdatasync', when: 'before', act: 'fail', code: 'EIO' });
    await expect.poll(() => typing.typists.every(({ closes }) => closes.length > 0)).toBe(true);
    expect(typing.typists.flatMap(({ closes }) => closes)).toEqual([1013, 1013]);
    // The disk is well again, and the server does not trust it.
    drill.plan();
    await expect(ask(server, 'PATCH', `/${table.id}`, { title: 'Renamed' })).rejects.toThrow(
      'storage-failed',
    );
    expect(await health(server)).toEqual({ ready: true, writable: false, reason: 'storage-failed' });
    await ask(server, 'GET', `/${table.id}`);
    expect(drill.stderr()).toContain('start the server anew');
    expect(await server.stop()).toBe(0);
    const again = await drill.start();
    expect(await health(again)).toEqual({ ready: true, writable: true });
    typing.enter(again);
    await typing.promised(names.length);
    await typing.settled();
    typing.leave();
    expect(await again.stop()).toBe(0);
    expect(await verdict(typing.scene(drill))).toEqual([]);
  });
});
