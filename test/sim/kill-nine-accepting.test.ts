import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { verify } from '../../server/audit/verify.ts';
import { openSqliteReader, openSqliteStore } from '../../server/store/sqlite/store.ts';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import { createRandom } from './random.ts';

const KILLS = process.env.LONG === '1' ? 150 : 25;
const SEED = Number(process.env.SEED ?? 1);
const ADMIN_TOKEN = 'kill-accepting-'.padEnd(40, '0');

/** Built once, beside node_modules, to find them. The text comes in as a file, which a thread of its own reads. */
const BUILT = join(import.meta.dirname, '../../.cache/kill-accepting');
const SERVER = join(BUILT, 'main.js');
beforeAll(async () => {
  await build({
    entryPoints: {
      main: join(import.meta.dirname, '../../server/main.ts'),
      'files-worker': join(import.meta.dirname, '../../server/files/worker.ts'),
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
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-kill-'));
});
afterEach(() => {
  running?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

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

const killed = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGKILL');
  });

/** Sends a request; null when the server died before it answered. */
async function send(
  origin: string,
  token: string,
  method: string,
  path: string,
  body?: unknown,
  key?: string,
): Promise<{ readonly status: number; readonly body: unknown } | null> {
  try {
    const answer = await fetch(`${origin}/api/documents${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  } catch {
    return null;
  }
}

async function sure<Answer>(...request: Parameters<typeof send>): Promise<Answer> {
  const answer = await send(...request);
  if (answer === null || answer.status >= 300)
    throw new Error(`${request[2]} ${request[3]}: ${JSON.stringify(answer)}`);
  return answer.body as Answer;
}

/** How far an acceptance had come when the server died. */
async function stageOf(document: string, proposal: string): Promise<string> {
  const store = openSqliteReader(folder);
  const all = await store.rows.register.ofNoun(document as never, 'acceptance');
  const row = all.find((one) => one.row.proposalId === proposal)?.row;
  const edited = row !== undefined && (await store.textLog.owners(document as never)).has(row.client);
  store.close();
  if (row === undefined) return 'before it began';
  return row.state === 'applied' ? 'after it was done' : edited ? 'after the edit' : 'before the edit';
}

/** A paragraph with words of its own, so that one doubled or lost word is seen. */
const words = (k: number): string =>
  `Paragraph ${k} recognizes the role of alpha${k} in the economy and of beta${k} in society.`;

/** What is proposed on each paragraph, by turns, and what the paragraph then says. */
const PROPOSALS = [
  (k: number) => words(k).replace(`alpha${k}`, `alpha${k} and gamma${k}`),
  (k: number) => words(k).replace(` and of beta${k} in society`, ''),
  (k: number) => words(k).replace('recognizes the role', `delta${k} affirms the essential role`),
];

it(
  `M26: kill -9 while proposals are accepted, ${KILLS} times: nothing doubled, nothing lost, the record verifies`,
  async () => {
    const random = createRandom(SEED);
    let { server, origin } = await start();
    const { id } = await sure<{ id: string }>(origin, ADMIN_TOKEN, 'POST', '', { title: 'Outcome document' });
    const file = new FormData();
    file.append(
      'file',
      new Blob([Array.from({ length: KILLS }, (_, k) => words(k)).join('\n\n')]),
      'text.txt',
    );
    const imported = await fetch(`${origin}/api/documents/${id}/import?as=working`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
      body: file,
    });
    expect(imported.status).toBeLessThan(300);
    await sure(origin, ADMIN_TOKEN, 'POST', `/${id}/phase`, { phase: 'drafting' });
    const { token: delegate } = await sure<{ token: string }>(
      ...([origin, ADMIN_TOKEN, 'POST', `/${id}/invitations`] as const),
      {
        name: 'Delegate',
        role: 'delegate',
        delegation: { name: 'Delegation A', constituency: 'government' },
      },
    );
    await sure(origin, ADMIN_TOKEN, 'PATCH', `/${id}`, { workingText: 'participants' });
    const textOf = async (): Promise<LabelledParagraph[]> =>
      (await sure<{ paragraphs: LabelledParagraph[] }>(origin, ADMIN_TOKEN, 'GET', `/${id}/text`)).paragraphs;

    const expected = (await textOf()).map(({ text }) => text);
    let interrupted = 0;
    /** Milliseconds from sending the request to killing the server, about. */
    let aim = 60;
    const stages: Record<string, number> = {};
    for (let round = 0; round < KILLS; round += 1) {
      const paragraph = (await textOf())[round] as LabelledParagraph;
      const wanted = (PROPOSALS[round % PROPOSALS.length] as (k: number) => string)(round);
      const inserted = round % 5 === 4;
      const wording = [{ kind: paragraph.kind, level: paragraph.level, runs: [{ text: wanted }] }];
      const change = inserted
        ? { act: 'insert-after', paragraph: (await textOf()).at(-1)?.id, wording }
        : { act: 'replace', paragraph: paragraph.id, wording };
      const { entry } = await sure<{ entry: { id: string } }>(
        ...([origin, delegate, 'POST', `/${id}/proposals`] as const),
        { text: 'working', changes: [change] },
      );
      const accept = () =>
        send(
          ...([origin, ADMIN_TOKEN, 'POST', `/${id}/proposals/${entry.id}/acceptance`] as const),
          { decision: 'accepted', revision: 1 },
          `accept-${round}`,
        );
      const doomed = server;
      const since = performance.now();
      const answering = accept();
      const until = since + aim * (0.7 + 0.6 * random.next());
      while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
      await killed(doomed);
      const first = await answering;
      const stage = await stageOf(id, entry.id);
      stages[stage] = (stages[stage] ?? 0) + 1;
      // Takes aim at the steps in between, however fast the machine is.
      if (stage === 'before it began') aim *= 1.2;
      if (stage === 'after it was done') aim *= 0.8;
      if (first === null) interrupted += 1;
      else expect(first.status, JSON.stringify(first)).toBe(201);
      ({ server, origin } = await start());
      const again = await accept();
      expect(again?.status, JSON.stringify(again)).toBe(201);
      if (first !== null) expect(again?.body).toEqual(first.body);
      if (inserted) expected.push(wanted);
      else expected[round] = wanted;
      expect(
        (await textOf()).map(({ text }) => text),
        `seed ${SEED}, kill ${round}`,
      ).toEqual(expected);
    }
    await killed(server);
    const store = openSqliteStore(folder, new Date(0).toISOString());
    const [report] = await verify(store);
    expect(report?.findings).toEqual([]);
    const acceptances = await store.rows.register.ofNoun(id as never, 'acceptance');
    expect(acceptances.map(({ row, revision }) => [row.state, revision])).toEqual(
      acceptances.map(() => ['applied', 2]),
    );
    expect(acceptances).toHaveLength(KILLS);
    expect(await store.rows.register.ofNoun(id as never, 'disposition')).toHaveLength(KILLS);
    const claims = (await store.updates.read(id as never, 0, 1_000_000)).flatMap((row) => row.claims);
    for (const { row } of acceptances) expect(claims.filter((claim) => claim === row.client)).toHaveLength(1);
    await store.close();
    console.log(`${KILLS} kills, ${interrupted} before the answer, seed ${SEED}, stopped:`, stages);
  },
  KILLS * 15_000,
);
