import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { LONG } from '../seeded.ts';
import { type Line, lookOn } from './burst.ts';
import { ask, openTable, sitDown, syncUrl, type Table } from './people.ts';
import { prepareDrill, type Server } from './server.ts';
import { verdict } from './verdict.ts';

const NAMES = ['Anna', 'Ben', 'Cem', 'Dana', 'Eli'];
const MEGABYTE = 1024 ** 2;
const drill = prepareDrill();

/** A table at which everybody may read along, signed in or not. */
async function openPublicTable(server: Server): Promise<Table> {
  const table = await openTable(server, NAMES);
  await ask(server, 'PATCH', `/${table.id}`, { workingText: 'public' });
  return table;
}

const opened = (line: WebSocket): Promise<void> =>
  new Promise((resolve, reject) => {
    line.once('open', resolve);
    line.once('close', (code) => reject(new Error(`closed with ${code}`)));
  });
const closed = (line: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    line.once('close', () => resolve());
    line.terminate();
  });
const crowd = (server: Server, table: Table, size: number): Line[] =>
  Array.from({ length: size }, () => lookOn(syncUrl(server, table.id), null, () => undefined));
/** Sockets that ask for nothing: to take what is typed in ten thousand is more than these processors do. */
const idlers = (server: Server, table: Table, size: number): WebSocket[] =>
  Array.from({ length: size }, () => {
    const line = new WebSocket(syncUrl(server, table.id));
    return line.on('error', () => undefined);
  });
const textOf = ({ witness }: Line): string => witness.seen.getText('text').toString();

describe('crowds', () => {
  it('F12: readers who take nothing cost the server bounded memory, delay nobody, and are brought up to date', async () => {
    const [readers, rounds] = LONG ? [200, 100] : [80, 20];
    const server = await drill.start();
    const table = await openPublicTable(server);
    const typing = sitDown(table, NAMES, 1);
    typing.enter(server);
    await typing.promised(NAMES.length);
    const slow = crowd(server, table, readers);
    const awake = lookOn(syncUrl(server, table.id), null, () => undefined);
    await Promise.all([...slow, awake].map(({ line }) => opened(line)));
    const before = server.memory();
    for (const { line } of slow) line.pause();
    // 200 KB come and go in each round: kept for every reader, it would be readers × rounds × 200 KB.
    const [writer] = typing.typists;
    for (let round = 0; round < rounds; round += 1) {
      const text = writer?.doc.getText('text');
      const at = text?.length ?? 0;
      text?.insert(at, 'x'.repeat(200_000));
      text?.delete(at, 200_000);
      await writer?.sayAll();
    }
    const kept = (readers * rounds * 200_000) / MEGABYTE;
    const grown = (server.memory() - before) / MEGABYTE;
    expect(grown, `${kept} MB were not sent`).toBeLessThan(kept / 3);
    for (const { line } of slow) line.resume();
    const text = await typing.settled();
    await expect.poll(() => [awake, ...slow].every((one) => textOf(one) === text)).toBe(true);
    typing.leave();
    for (const { close } of [...slow, awake]) close();
    expect(typing.typists.flatMap(({ closes }) => closes)).toEqual([]);
    await server.kill();
    const watched = [...slow, awake].map(({ witness }) => witness);
    expect(await verdict(typing.scene(drill, ...watched))).toEqual([]);
    console.log(`${readers} paused readers: ${grown.toFixed(0)} MB of ${kept.toFixed(0)} MB`);
  });

  it('F13: idle sockets come and go: those inside type on, and the memory comes back to its level', async () => {
    const [size, visits] = LONG ? [10_000, 6] : [300, 3];
    const server = await drill.start();
    const table = await openPublicTable(server);
    const typing = sitDown(table, NAMES, 2);
    typing.enter(server);
    await typing.promised(NAMES.length);
    const levels: number[] = [];
    for (let visit = 0; visit < visits; visit += 1) {
      const lines: WebSocket[] = [];
      // By a hundred at a time: a flood of them is another drill.
      while (lines.length < size) {
        const next = idlers(server, table, Math.min(100, size - lines.length));
        await Promise.all(next.map(opened));
        lines.push(...next);
      }
      await typing.promised(NAMES.length);
      for (let gone = 0; gone < size; gone += 100)
        await Promise.all(lines.slice(gone, gone + 100).map(closed));
      await typing.promised(NAMES.length * 2);
      levels.push(server.memory());
    }
    // V8 collects what 10,000 sockets leave behind when it likes, so not after each visit.
    const [first = 0, ...later] = levels;
    expect(Math.min(...later.slice(-visits / 3)), levels.join(', ')).toBeLessThan(first * 1.25);
    await typing.settled();
    typing.leave();
    expect(await server.stop()).toBe(0);
    expect(await verdict(typing.scene(drill))).toEqual([]);
    console.log(
      `${size} idle sockets, ${visits} times:`,
      levels.map((level) => Math.round(level / MEGABYTE)),
    );
  });

  it('F14: everybody comes back at once after a kill under load, and all have one text', async () => {
    const size = LONG ? 500 : 150;
    const first = await drill.start();
    const table = await openPublicTable(first);
    const typing = sitDown(table, NAMES, 3);
    typing.enter(first);
    const before = crowd(first, table, size);
    await Promise.all(before.map(({ line }) => opened(line)));
    await typing.promised(NAMES.length * 10);
    await first.kill();
    typing.leave();
    const server = await drill.start({ env: { PORT: String(first.port) } });
    typing.enter(server);
    const after = crowd(server, table, size);
    await Promise.all(after.map(({ line }) => opened(line)));
    await typing.promised(NAMES.length * 5);
    const text = await typing.settled();
    await expect.poll(() => after.every((one) => textOf(one) === text)).toBe(true);
    typing.leave();
    for (const { close } of after) close();
    expect(await server.stop()).toBe(0);
    const watched = [...before, ...after].map(({ witness }) => witness);
    expect(await verdict(typing.scene(drill, ...watched))).toEqual([]);
  });
});
