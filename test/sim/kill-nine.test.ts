import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createAuthorship } from '../../server/room/authorship.ts';
import { openSqliteStore } from '../../server/store/sqlite/store.ts';
import { DOC } from '../server/room/cast.ts';
import { createRandom } from './random.ts';
import { createTypist, holds, type Typist } from './room/typist.ts';

const KILLS = process.env.LONG === '1' ? 100 : 20;
const SEED = Number(process.env.SEED ?? 1);
const NAMES = ['Anna', 'Ben', 'Cem', 'Dana', 'Eli'];

/** Built once: starting TypeScript anew for every kill would take most of the time. Beside node_modules, to find them. */
const SERVER = join(import.meta.dirname, '../../.cache/kill-nine/server.mjs');
beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'room/kill-nine-server.ts')],
    outfile: SERVER,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
});

let folder: string;
let running: ChildProcess | null = null;
let typists: Typist[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-kill-'));
});
afterEach(() => {
  for (const typist of typists) typist.disconnect();
  running?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the server in a process of its own; answers its port. */
function start(): Promise<{ readonly server: ChildProcess; readonly port: number }> {
  const server = spawn(process.execPath, [SERVER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  running = server;
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    server.stdout?.once('data', (line: Buffer) => resolve({ server, port: Number(line.toString()) }));
  });
}

/** The text as a restarted server would load it, and as the log alone tells it. */
async function stored(): Promise<{ readonly loaded: Y.Doc; readonly replayed: Y.Doc }> {
  const store = openSqliteStore(folder, new Date(0).toISOString());
  const { snapshot, tail } = await store.textLog.load(DOC);
  const [loaded, replayed] = [new Y.Doc(), new Y.Doc()];
  if (snapshot !== null) Y.applyUpdate(loaded, snapshot.state);
  for (const { update } of tail) Y.applyUpdate(loaded, update);
  for (const { update } of await store.textLog.read(DOC, 0, 1_000_000)) Y.applyUpdate(replayed, update);
  await createAuthorship(store.textLog).authorship(DOC);
  await store.close();
  return { loaded, replayed };
}

it(
  `R3, R11: kill -9 while five people type, ${KILLS} times: nothing seen or acknowledged is missing`,
  async () => {
    const random = createRandom(SEED);
    let promises = 0;
    let killAt = Number.POSITIVE_INFINITY;
    let kill = (): void => undefined;
    const onPromise = (): void => {
      promises += 1;
      if (promises === killAt) kill();
    };
    typists = NAMES.map((name, k) => createTypist(name, 100 + k, createRandom(SEED * 1000 + k), onPromise));

    for (let round = 1; round <= KILLS; round += 1) {
      const { server, port } = await start();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      killAt = promises + 5 + random.below(120);
      kill = () => server.kill('SIGKILL');
      for (const typist of typists) typist.connect(port);
      await ended;
      for (const typist of typists) typist.disconnect();
      const { loaded, replayed } = await stored();
      const text = Y.snapshot(loaded);
      for (const typist of typists) {
        const where = `seed ${SEED}, kill ${round}, ${typist.name}`;
        expect(holds(text, Y.snapshot(typist.seen)), `seen but lost: ${where}`).toBe(true);
        expect(holds(text, typist.promised), `acknowledged but lost: ${where}`).toBe(true);
      }
      expect(replayed.getText('text').toString()).toBe(loaded.getText('text').toString());
    }

    // What had not arrived is on the typists' side still, and comes back with them.
    const { server, port } = await start();
    const quiet = new Promise<void>((resolve) => {
      killAt = Number.POSITIVE_INFINITY;
      const look = (): void => {
        const all = new Set(typists.map(({ doc }) => doc.getText('text').toString()));
        const states = new Set(typists.map(({ doc }) => String(Y.encodeStateVector(doc))));
        if (all.size === 1 && states.size === 1) resolve();
      };
      for (const { doc } of typists) doc.on('update', look);
    });
    for (const typist of typists) {
      typist.connect(port);
      typist.rest();
    }
    await quiet;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
    const { loaded } = await stored();
    expect(loaded.getText('text').toString()).toBe(typists[0]?.doc.getText('text').toString());
    console.log(
      `${KILLS} kills, ${promises} acknowledgements, ${loaded.getText('text').length} characters, seed ${SEED}`,
    );
  },
  KILLS * 15_000,
);
