import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createAuthorship } from '../../server/room/authorship.ts';
import { openSqliteStore } from '../../server/store/sqlite/store.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { createRandom } from './random.ts';
import { createTypist, holds, type Typist } from './room/typist.ts';

const KILLS = process.env.LONG === '1' ? 100 : 20;
const SEED = Number(process.env.SEED ?? 1);
const NAMES = ['Anna', 'Ben', 'Cem', 'Dana', 'Eli'];

const ADMIN_TOKEN = 'kill-nine-'.padEnd(40, '0');

/** Built once: starting TypeScript anew for every kill would take most of the time. Beside node_modules, to find them. */
const BUILT = join(import.meta.dirname, '../../.cache/kill-nine');
const SERVER = join(BUILT, 'main.js');
beforeAll(async () => {
  const server = join(import.meta.dirname, '../../server');
  await build({
    entryPoints: {
      main: join(server, 'main.ts'),
      'compaction-worker': join(server, 'store/sqlite/compaction-worker.ts'),
    },
    outdir: BUILT,
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

/** Starts the whole product in a process of its own; answers its origin. */
function start(): Promise<{ readonly server: ChildProcess; readonly origin: string }> {
  const server = spawn(process.execPath, [SERVER], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: folder,
      PORT: '0',
      HOST: '127.0.0.1',
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      ADMIN_TOKEN,
    },
  });
  running = server;
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    server.stdout?.on('data', (data: Buffer) => {
      const origin = /ready at (\S+)/.exec(data.toString())?.[1];
      if (origin !== undefined) resolve({ server, origin });
    });
  });
}

async function post<Answer>(url: string, body: unknown): Promise<Answer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ADMIN_TOKEN}` },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Creates the document and invites the typists; answers its id and their tokens. */
async function invite(origin: string): Promise<{ readonly id: DocumentId; readonly tokens: string[] }> {
  const { id } = await post<{ id: DocumentId }>(`${origin}/api/documents`, { title: 'Outcome document' });
  const tokens: string[] = [];
  for (const name of NAMES) {
    const delegation = { name: `Delegation of ${name}`, constituency: 'government' };
    const invitation = { name, role: 'drafter', delegation };
    tokens.push(
      (await post<{ token: string }>(`${origin}/api/documents/${id}/invitations`, invitation)).token,
    );
  }
  return { id, tokens };
}

/** The text as a restarted server would load it, and as the log alone tells it. */
async function stored(id: DocumentId): Promise<{ readonly loaded: Y.Doc; readonly replayed: Y.Doc }> {
  const store = openSqliteStore(folder, new Date(0).toISOString());
  const { snapshot, tail } = await store.textLog.load(id);
  const [loaded, replayed] = [new Y.Doc(), new Y.Doc()];
  if (snapshot !== null) Y.applyUpdate(loaded, snapshot.state);
  for (const { update } of tail) Y.applyUpdate(loaded, update);
  for (const { update } of await store.textLog.read(id, 0, 1_000_000)) Y.applyUpdate(replayed, update);
  await createAuthorship(store.textLog).authorship(id);
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
    let { server, origin } = await start();
    const { id, tokens } = await invite(origin);
    const enter = (): void => {
      for (const [k, typist] of typists.entries())
        typist.connect(`${origin.replace('http', 'ws')}/sync/${id}`, tokens[k] as string);
    };

    for (let round = 1; round <= KILLS; round += 1) {
      if (round > 1) ({ server, origin } = await start());
      const doomed = server;
      const ended = new Promise((resolve) => doomed.once('exit', resolve));
      killAt = promises + 5 + random.below(120);
      kill = () => doomed.kill('SIGKILL');
      enter();
      await ended;
      for (const typist of typists) typist.disconnect();
      const { loaded, replayed } = await stored(id);
      const text = Y.snapshot(loaded);
      for (const typist of typists) {
        const where = `seed ${SEED}, kill ${round}, ${typist.name}`;
        expect(holds(text, Y.snapshot(typist.seen)), `seen but lost: ${where}`).toBe(true);
        expect(holds(text, typist.promised), `acknowledged but lost: ${where}`).toBe(true);
      }
      expect(replayed.getText('text').toString()).toBe(loaded.getText('text').toString());
    }

    // What had not arrived is on the typists' side still, and comes back with them.
    ({ server, origin } = await start());
    const quiet = new Promise<void>((resolve) => {
      killAt = Number.POSITIVE_INFINITY;
      const look = (): void => {
        const all = new Set(typists.map(({ doc }) => doc.getText('text').toString()));
        const states = new Set(typists.map(({ doc }) => String(Y.encodeStateVector(doc))));
        if (all.size === 1 && states.size === 1) resolve();
      };
      for (const { doc } of typists) doc.on('update', look);
    });
    enter();
    for (const typist of typists) typist.rest();
    await quiet;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
    const { loaded } = await stored(id);
    expect(loaded.getText('text').toString()).toBe(typists[0]?.doc.getText('text').toString());
    console.log(
      `${KILLS} kills, ${promises} acknowledgements, ${loaded.getText('text').length} characters, seed ${SEED}`,
    );
  },
  KILLS * 15_000,
);
