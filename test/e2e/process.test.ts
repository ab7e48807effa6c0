import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { build } from '../../scripts/build.mjs';

/** The server as a process of its own: starting, refusing to start, stopping. */
const ROOT = join(import.meta.dirname, '../..');
const ADMIN = 'process-test-token-of-32-characters';

let folder: string;
let child: ChildProcess | null = null;
beforeAll(build);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly origin: string;
  readonly out: () => string;
  readonly exit: Promise<number | null>;
}

function start(environment: Record<string, string>): {
  out: () => string;
  err: () => string;
  exit: Promise<number | null>;
} {
  let out = '';
  let err = '';
  child = spawn(process.execPath, [join(ROOT, 'dist/server/main.js')], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0', DEMO: 'off', ...environment },
  });
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const exit = new Promise<number | null>((resolve) => child?.once('exit', (code) => resolve(code)));
  return { out: () => out, err: () => err, exit };
}

async function ready(environment: Record<string, string> = {}): Promise<Started> {
  const { out, err, exit } = start({ ADMIN_TOKEN: ADMIN, ...environment });
  let ended = false;
  void exit.then(() => {
    ended = true;
  });
  while (!/ready at \S+\n/.test(out())) {
    if (ended) throw new Error(`the server ended: ${err()}`);
    await new Promise((resolve) => child?.stdout?.once('data', resolve));
  }
  return { origin: /ready at (\S+)/.exec(out())?.[1] as string, out, exit };
}

const api = async (origin: string, method: string, path: string, body?: object) => {
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return await answer.json();
};

describe('the server as a process', () => {
  it('W23: the bound of the heap is the first that the built server loads', () => {
    const main = readFileSync(join(ROOT, 'dist/server/main.js'), 'utf8');
    const first = /\bimport(?:[^'"]* from)? ?"(\.\/piece-[^"]+)"/.exec(main)?.[1] as string;
    expect(readFileSync(join(ROOT, 'dist/server', first), 'utf8')).toContain('--heap-growing-percent');
  });

  const BAD: readonly (readonly [string, Record<string, string>])[] = [
    ['PORT', { PORT: 'eighty' }],
    ['ADMIN_TOKEN', { ADMIN_TOKEN: 'short' }],
    ['DATA_DIR', { DATA_DIR: '/dev/null/data' }],
  ];
  it.each(BAD)('H20: a bad %s stops the start with one line', async (name, environment) => {
    const { out, err, exit } = start(environment);
    expect(await exit).toBe(1);
    expect(out()).toBe('');
    expect(err()).toMatch(new RegExp(`^${name}[: ][^\\n]+\\n$`));
  });

  it('H20: a second server on the same folder or port says so in one line', async () => {
    const { origin } = await ready();
    const first = child;
    const same = start({});
    expect(await same.exit).toBe(1);
    expect(same.err()).toMatch(/^DATA_DIR [^\n]+ in use[^\n]+\n$/);
    const other = mkdtempSync(join(tmpdir(), 'sounding-board-'));
    const taken = start({ DATA_DIR: other, PORT: new URL(origin).port });
    expect(await taken.exit).toBe(1);
    expect(taken.err()).toMatch(/^PORT: [^\n]+ in use\n$/);
    rmSync(other, { recursive: true });
    first?.kill('SIGKILL');
  });

  it('H21: the first start prints a link that works once; the next prints none after it was used', async () => {
    const { origin, out, exit } = await ready();
    const token = /#token=(\S+)/.exec(out())?.[1];
    const enter = () =>
      fetch(`${origin}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      });
    expect(await (await enter()).json()).toMatchObject({ signedIn: true, mayCreate: true });
    expect((await enter()).status).toBe(401);
    child?.kill('SIGTERM');
    expect(await exit).toBe(0);
    const again = await ready();
    expect(again.out()).not.toContain('token=');
  });

  it('H22: SIGTERM keeps what was written, sends connections away with 1001 and exits 0', async () => {
    const { origin, exit } = await ready();
    const { id } = await api(origin, 'POST', '/api/documents', { title: 'Sample' });
    const doc = new Y.Doc();
    class Signed extends WebSocket {
      constructor(url: string | URL) {
        super(url, { headers: { authorization: `Bearer ${ADMIN}` } });
      }
    }
    const provider = new WebsocketProvider(origin.replace('http', 'ws').concat('/sync'), id, doc, {
      WebSocketPolyfill: Signed as never,
      disableBc: true,
    });
    await new Promise((resolve) => provider.once('sync', resolve));
    const closed = new Promise<number>((resolve) =>
      provider.on('connection-close', (event) => resolve((event as { code: number } | null)?.code ?? 0)),
    );
    const text = doc.getText('text');
    text.insert(text.length, 'Kept words');
    // The answer of a read comes after the frame was taken: the words are on their way into the log.
    while (!JSON.stringify(await api(origin, 'GET', `/api/documents/${id}/text`)).includes('Kept words'));
    child?.kill('SIGTERM');
    expect(await closed).toBe(1001);
    provider.destroy();
    expect(await exit).toBe(0);
    const again = await ready();
    const { paragraphs } = await api(again.origin, 'GET', `/api/documents/${id}/text`);
    expect(paragraphs[0].text).toBe('Kept words');
  });

  it('P9: a change of phase sends connections back to be judged anew; removal sends them away', async () => {
    const { origin } = await ready();
    const { id } = await api(origin, 'POST', '/api/documents', { title: 'Sample' });
    const invited = await api(origin, 'POST', `/api/documents/${id}/invitations`, {
      name: 'Sample drafter',
      role: 'drafter',
      delegation: { name: 'Sample delegation', constituency: 'academia' },
    });
    const connect = () =>
      new WebSocket(`${origin.replace('http', 'ws')}/sync/${id}`, {
        headers: { authorization: `Bearer ${invited.token}` },
      });
    const opened = async () => {
      const socket = connect();
      await new Promise((resolve) => socket.once('message', resolve));
      return socket;
    };
    const closing = (socket: WebSocket) =>
      new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)));
    const first = closing(await opened());
    await api(origin, 'POST', `/api/documents/${id}/phase`, { phase: 'silence' });
    expect(await first).toBe(4205);
    const second = closing(await opened().catch(() => connect()));
    await api(origin, 'PATCH', `/api/documents/${id}`, { workingText: 'participants' });
    expect(await second).toBe(4205);
    const third = closing(await opened());
    await api(origin, 'DELETE', `/api/documents/${id}/members/${invited.participant.id}`);
    expect(await third).toBe(4205);
    expect(await closing(connect())).toBe(4401);
  });

  it('H23: serves health, and the demonstration where it is asked for', async () => {
    const { origin } = await ready({ DEMO: 'on' });
    expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ ready: true, writable: true });
    const { documentId } = await (await fetch(`${origin}/api/demo`)).json();
    const { paragraphs } = await (await fetch(`${origin}/api/documents/${documentId}/text`)).json();
    expect(paragraphs.length).toBeGreaterThan(60);
    expect(existsSync(join(folder, 'sounding-board.sqlite'))).toBe(true);
  });
});
