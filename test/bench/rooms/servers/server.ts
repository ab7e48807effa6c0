import { type ChildProcess, spawn } from 'node:child_process';
import type { Dialect } from '../core/dialect.ts';
import type { Address } from '../core/line.ts';

/** The servers that are compared: this product, its two peers, and a relay that does nothing but pass bytes on. */
export const SERVERS = ['sounding-board', 'hocuspocus', 'y-websocket', 'relay'] as const;
export type ServerName = (typeof SERVERS)[number];

/** One document on a server and the addresses of those who enter it. */
export interface RoomAddress {
  readonly id: string;
  readonly dialect: Dialect;
  /** The address of a writer or reader, numbered from 0. The product's limit of connections a person is kept. */
  writer(number: number): Address;
  reader(number: number): Address;
}

/** A server in a process of its own, with its data in a folder on disk. */
export interface RunningServer {
  readonly name: ServerName;
  readonly pid: number;
  readonly port: number;
  readonly folder: string;
  /** Whether it holds the text, so that somebody who comes late can get it. A relay does not. */
  readonly holdsText: boolean;
  /** Makes a document that so many write and read. Takes time for the product, where people are invited. */
  openRoom(writers: number, readers: number): Promise<RoomAddress>;
  /** Ends the process with a signal and waits until it is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Starts it anew on the same folder and port; its rooms keep their addresses. After `stop`. */
  start(): Promise<void>;
}

/** Starts a server on an empty or prepared folder. */
export type StartServer = (folder: string) => Promise<RunningServer>;

/** Time a server may take to start, in milliseconds. */
const START_TIME = 20_000;

/** A child process that can be ended and started again. */
export interface ServerProcess {
  readonly pid: number;
  start(): Promise<void>;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/**
 * Starts a program and waits until it prints what `ready` matches. What it prints on stderr is shown. The process ends
 * with this one.
 */
export async function startProcess(
  program: readonly string[],
  environment: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<ServerProcess> {
  let child: ChildProcess | null = null;
  let stopping = false;
  process.once('exit', () => child?.kill('SIGKILL'));
  const start = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const started = spawn(process.execPath, withFlags(program), {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...withoutRunner(process.env), ...environment },
      });
      child = started;
      stopping = false;
      const tooLong = setTimeout(() => reject(new Error(`${program[0]} did not start`)), START_TIME);
      started.once('exit', (code, signal) => {
        if (!stopping) console.error(`${program[0]} ended by itself: ${code ?? signal}`);
        reject(new Error(`${program[0]} ended with ${code ?? signal}`));
      });
      let printed = '';
      started.stdout?.on('data', (data: Buffer) => {
        if (printed.length > 10_000) return;
        printed += data.toString();
        if (!ready.test(printed)) return;
        clearTimeout(tooLong);
        resolve();
      });
    });
  await start();
  return {
    get pid() {
      return child?.pid ?? 0;
    },
    start,
    stop: (signal = 'SIGTERM') =>
      new Promise((resolve) => {
        if (child === null || child.exitCode !== null || child.signalCode !== null) return resolve();
        stopping = true;
        child.once('exit', () => resolve());
        child.kill(signal);
      }),
  };
}

/** SERVER_FLAGS=--cpu-prof profiles a server; the flags reach servers only, and win over those of a server's own. */
function withFlags(program: readonly string[]): string[] {
  const flags = (process.env.SERVER_FLAGS ?? '').split(' ').filter((flag) => flag !== '');
  const script = program.findIndex((word) => !word.startsWith('--'));
  return [...program.slice(0, script), ...flags, ...program.slice(script)];
}

/** What the runner's environment says of itself is none of the servers' business. */
function withoutRunner({ NODE_OPTIONS: _, ...rest }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...rest, NODE_ENV: 'production' };
}
