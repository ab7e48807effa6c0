import { describe, expect, it } from 'vitest';
import { LONG, SEED } from '../seeded.ts';
import { ask, openTable, sitDown, type Table, type Typing } from './people.ts';
import { ADMIN_TOKEN, prepareDrill, type Rule, type Server } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben', 'Cem'];
const drill = prepareDrill();

const isUp = async (server: Server): Promise<boolean> => (await fetch(`${server.origin}/healthz`)).ok;
const sit = (table: Table) => sitDown(table, NAMES, SEED);
const judge = (typing: Typing): Promise<string[]> => verdict(typing.scene(drill));

/** The disk takes nothing any more: everybody is sent away to come back, and the server stays up. */
async function untilSentAway(typing: Typing): Promise<void> {
  await expect.poll(() => typing.typists.every(({ closes }) => closes.length > 0)).toBe(true);
  for (const { closes } of typing.typists) expect(closes).toEqual([1013]);
}

describe('a full disk', () => {
  it('F6: by a limit on the size of files: who writes is sent away with 1013, and a start with room goes on', async () => {
    const first = await drill.start();
    const table = await openTable(first, NAMES);
    await first.stop();
    const server = await drill.start({ limits: 'ulimit -f 1400' });
    const typing = sit(table);
    typing.enter(server);
    await typing.promised(NAMES.length);
    // Typed key by key, it would take as many commits as there are pages left.
    typing.typists[0]?.doc.getText('text').insert(0, 'x'.repeat(600_000));
    await untilSentAway(typing);
    expect(await isUp(server)).toBe(true);
    expect(drill.stderr()).toContain('updates could not be stored');
    await server.kill();
    typing.leave();
    expect(await judge(typing)).toEqual([]);
    const again = await drill.start();
    typing.enter(again);
    await typing.promised(NAMES.length * 3);
    await typing.settled();
    typing.leave();
    expect(await again.stop()).toBe(0);
    expect(await judge(typing)).toEqual([]);
  });

  // Behind the COMMIT: the disk took it all and said that it failed.
  it.each([
    ['before', '^INSERT INTO updates', 'SQLITE_FULL'],
    ['before', '^COMMIT', 'SQLITE_FULL'],
    ['before', '^BEGIN', 'SQLITE_FULL'],
    ['after', '^COMMIT', 'SQLITE_IOERR_FSYNC'],
  ] as const)(
    'F6: %s %s fails with %s: sent away with 1013; when there is room again people come back and go on',
    async (when, match, code) => {
      const server = await drill.start();
      const table = await openTable(server, NAMES);
      const typing = sit(table);
      typing.enter(server);
      await typing.promised(NAMES.length * 3);
      drill.plan({ match, when, act: 'fail', code, times: null });
      await untilSentAway(typing);
      expect(await isUp(server)).toBe(true);
      drill.plan();
      typing.enter(server);
      await typing.promised(NAMES.length * 3);
      const words = await typing.settled();
      typing.leave();
      const { paragraphs } = await ask<{ paragraphs: { text: string }[] }>(
        server,
        'GET',
        `/${table.id}/text`,
      );
      expect(paragraphs.map(({ text }) => text).join('')).toBe(words);
      expect(await server.stop()).toBe(0);
      expect(await judge(typing)).toEqual([]);
    },
  );
});

describe('a slow disk', () => {
  it('F7: syncs that take up to two seconds: all comes in the end, and a kill in the middle loses nothing', async () => {
    const delays = LONG ? [200, 500, 1_000, 2_000] : [200, 500];
    const server = await drill.start();
    const table = await openTable(server, NAMES);
    const typing = sit(table);
    typing.enter(server);
    await typing.promised(NAMES.length);
    for (const ms of delays) {
      const rule: Rule = { match: '^fdatasync', when: 'before', act: 'delay', ms, times: null };
      drill.plan(rule);
      await typing.promised(NAMES.length * 2);
      expect(await isUp(server)).toBe(true);
    }
    expect(typing.typists.flatMap(({ closes }) => closes)).toEqual([]);
    await server.kill();
    typing.leave();
    expect(await judge(typing)).toEqual([]);
  });
});

describe('a disk that cannot be read', () => {
  it('F8: who enters is told with 1011 and requests with a problem; when it reads again all is there', async () => {
    const first = await drill.start();
    const table = await openTable(first, NAMES);
    const typing = sit(table);
    typing.enter(first);
    await typing.promised(NAMES.length * 3);
    typing.leave();
    await first.stop();
    const server = await drill.start();
    drill.plan({
      ...{ match: '^SELECT.* FROM (updates|snapshots)', when: 'before', act: 'fail' },
      ...{ code: 'SQLITE_IOERR_READ', times: null },
    });
    typing.enter(server);
    await expect.poll(() => typing.typists.every(({ closes }) => closes.length > 0)).toBe(true);
    for (const { closes } of typing.typists) expect(closes).toEqual([1011]);
    const answer = await fetch(`${server.origin}/api/documents/${table.id}/text`, {
      headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
    });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await isUp(server)).toBe(true);
    drill.plan();
    typing.enter(server);
    await typing.promised(NAMES.length);
    await typing.settled();
    typing.leave();
    await ask(server, 'GET', `/${table.id}/text`);
    expect(await server.stop()).toBe(0);
    expect(await judge(typing)).toEqual([]);
  });
});
