import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENDS_WITH_PARENT = new URL('../../scripts/ends-with-parent.mjs', import.meta.url).href;
// A run that is cut short: the process that runs stories ends with the one that started it, and so does all it started.
process.once('disconnect', () => process.exit(1));
/** How often a starting product is asked whether it is ready, in milliseconds. */
const ASK_EVERY = 50;

/**
 * Names a data folder in which the sample was made already (test/e2e/sample-folder.ts): the product starts on a copy
 * of it, in half of the time. Where it is not set, the folder is empty and the product makes the sample.
 */
export const SAMPLE_FOLDER = 'SAMPLE_FOLDER';

/** The product as `npm start` runs it, with the sample document, on a free port and a data folder of its own. */
export interface Product {
  readonly origin: string;
  readonly port: number;
  /** The process, to ask the system what it takes. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Lines of what a product said that are told after a failure. */
const RECENT = 20;
const RUNNING = new Map<string, () => string>();

/** The last warnings and errors that every running product of this process printed, after its address. */
export const recentComplaints = (): string[] =>
  [...RUNNING].flatMap(([origin, printed]) => {
    const lines = printed()
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('{"level":"info"') && !/ is ready at /.test(line));
    return lines.length === 0 ? [] : [`the product at ${origin} printed:`, ...lines.slice(-RECENT)];
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** Resolves once `/healthz` answers; rejects with what the product printed if it ends before. */
export async function startProduct(environment: Readonly<Record<string, string>> = {}): Promise<Product> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'sounding-board-'));
  const made = process.env[SAMPLE_FOLDER];
  if (made !== undefined && environment.DEMO === undefined) cpSync(made, data, { recursive: true });
  // The test runner's NODE_ENV would make a stale build one for development.
  const { NODE_ENV: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', ENDS_WITH_PARENT, join(ROOT, 'scripts/start.mjs')], {
    cwd: ROOT,
    env: {
      ...inherited,
      HOST: '127.0.0.1',
      DEMO: 'on',
      ...environment,
      PORT: String(port),
      DATA_DIR: environment.DATA_DIR ?? data,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-20_000);
    });
  const origin = `http://127.0.0.1:${port}`;
  const ended = exitOf(child);
  // A test that is cut short leaves nothing running.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  RUNNING.set(origin, () => printed);
  void ended.then(() => {
    process.off('exit', kill);
    RUNNING.delete(origin);
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const code = await ended;
    rmSync(data, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the product ended with ${code}:\n${printed}`);
  };
  for (;;) {
    const ready = await Promise.race([isReady(origin), ended.then(() => 'ended' as const)]);
    if (ready === 'ended') {
      rmSync(data, { recursive: true, force: true });
      throw new Error(`the product did not start:\n${printed}`);
    }
    if (ready) return { origin, port, pid: child.pid ?? 0, stop };
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
  }
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));

const isReady = (origin: string): Promise<boolean> =>
  fetch(`${origin}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  );
