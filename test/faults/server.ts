import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { SERVER_FOLDER } from './build-server.ts';

/** What `npm start` gives to Node: without it V8 keeps 50 MB of what is gone, which looks like memory that does not come back. */
const START_FLAGS = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    scripts: { start: string };
  }
).scripts.start
  .split(' ')
  .filter((word) => word.startsWith('--'));

export const ADMIN_TOKEN = 'fault-drill-'.padEnd(40, '0');

/** A rule of at-statement.mjs. A sync of the write-ahead log stands as the statement `fdatasync`. */
export interface Rule {
  readonly match: string;
  readonly when: 'before' | 'after';
  /** `hold` waits for another plan. */
  readonly act: 'kill' | 'fail' | 'delay' | 'hold' | 'skip';
  /** Strikes from the nth match on; the first unless given. */
  readonly nth?: number;
  /** How often; once unless given, null: always. */
  readonly times?: number | null;
  readonly code?: string;
  /** Length of a delay. */
  readonly ms?: number;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Shell commands run before, in the same process: limits. */
  readonly limits?: string;
}

/** The product in a process of its own. */
export interface Server {
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  /** The exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Resident memory in bytes. */
  memory(): number;
  /** `kill -9`, and waits for the end. */
  kill(): Promise<void>;
  /** Asks it to stop, as an operator does; answers the exit code. */
  stop(): Promise<number | null>;
  signal(name: NodeJS.Signals): void;
  /** Sets its clock ahead of the machine's by as many milliseconds, or back. */
  setClock(ahead: number): void;
  /** How far it is ahead. */
  clock(): number;
}

/** A data folder, and the servers that run on it one after another. */
export interface Drill {
  readonly folder: string;
  /** Everything any server of this drill has printed on stderr. */
  stderr(): string;
  /** Rules for the database from now on; they count anew. */
  plan(...rules: readonly Rule[]): void;
  /** What rules have struck so far, one line each. */
  struck(): readonly string[];
  /** Begins with an empty folder again. No server may run. */
  clear(): void;
  /** Starts the product. Throws what it says when it refuses. */
  start(options?: StartOptions): Promise<Server>;
}

/** Node's arguments that load these before a product. */
export const preloaded = (...names: readonly string[]): string[] =>
  names.flatMap((name) => ['--import', pathToFileURL(join(import.meta.dirname, name)).href]);

/** Makes and clears away a drill's folder and servers for every test of a file. */
export function prepareDrill(): Drill {
  let folder = '';
  let printed = '';
  let children: ChildProcess[] = [];
  const planFile = (): string => join(folder, '..', 'plan.json');
  const clockFile = (): string => join(folder, '..', 'clock');
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'sounding-board-fault-')), 'data');
    printed = '';
    children = [];
  });
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });
  const drill: Drill = {
    get folder() {
      return folder;
    },
    stderr: () => printed,
    plan(...rules) {
      writeFileSync(`${planFile()}.new`, JSON.stringify(rules));
      renameSync(`${planFile()}.new`, planFile());
    },
    struck() {
      const file = `${planFile()}.struck`;
      return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
    start({ env = {}, limits } = {}) {
      if (!existsSync(planFile())) drill.plan();
      const command = [
        ...START_FLAGS,
        ...preloaded('at-statement.mjs', 'set-clock.mjs', 'haste.mjs'),
        join(SERVER_FOLDER, 'main.js'),
      ];
      const [program, ...args] =
        limits === undefined
          ? [process.execPath, ...command]
          : ['/bin/sh', '-c', `${limits} && exec "$0" "$@"`, process.execPath, ...command];
      // The test runner's NODE_ENV is not the product's.
      const { NODE_ENV: _, ...inherited } = process.env;
      const child = spawn(program as string, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...inherited,
          ...{ DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', DEMO: 'off', ADMIN_TOKEN },
          ...{ FAULT_PLAN: planFile(), FAULT_CLOCK: clockFile() },
          ...env,
        },
      });
      children.push(child);
      let said = '';
      child.stderr?.on('data', (data: Buffer) => {
        said += data.toString();
        printed += data.toString();
      });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      return new Promise((resolve, reject) => {
        void ended.then((code) => reject(new Refused(code, said)));
        child.stdout?.on('data', (data: Buffer) => {
          const origin = /ready at (\S+)/.exec(data.toString())?.[1];
          if (origin !== undefined) resolve(running(child, origin, ended, clockFile()));
        });
      });
    },
  };
  return drill;
}

/** A server that did not start. `said` is what it printed on stderr. */
export class Refused extends Error {
  readonly code: number | null;
  readonly said: string;
  constructor(code: number | null, said: string) {
    super(`the server ended with ${code}: ${said}`);
    this.code = code;
    this.said = said;
  }
}

function running(
  child: ChildProcess,
  origin: string,
  ended: Promise<number | null>,
  clockFile: string,
): Server {
  return {
    origin,
    port: Number(new URL(origin).port),
    pid: child.pid ?? 0,
    ended,
    memory: () =>
      1024 * Number(spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' }).stdout),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      return await ended;
    },
    signal: (name) => void child.kill(name),
    setClock(ahead) {
      writeFileSync(clockFile, String(ahead));
      child.kill('SIGUSR2');
    },
    clock: () => Number(readFileSync(`${clockFile}.taken`, 'utf8')),
  };
}
