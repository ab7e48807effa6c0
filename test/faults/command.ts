import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { preloaded, type Rule } from './server.ts';

/** A command of the operator's in a process of its own. */
export interface Command {
  /** Resolves with its exit code, null when a signal ended it, and what it printed. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
  /** Rules for its database from now on. */
  plan(...rules: readonly Rule[]): void;
  /** What rules have struck so far, one line each. */
  struck(): readonly string[];
}

const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});

/** Runs scripts/`name`.mjs with `place`/`name`-plan.json as its rules. */
export function runScript(
  name: string,
  args: readonly string[],
  dataDir: string,
  place: string,
  ...rules: readonly Rule[]
): Command {
  const file = join(place, `${name}-plan.json`);
  const plan: Command['plan'] = (...next) => {
    writeFileSync(`${file}.new`, JSON.stringify(next));
    renameSync(`${file}.new`, file);
  };
  plan(...rules);
  const script = join(import.meta.dirname, `../../scripts/${name}.mjs`);
  const { NODE_ENV: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [...preloaded('at-statement.mjs'), script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, DATA_DIR: dataDir, FAULT_PLAN: file },
  });
  children.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      said += data.toString();
    });
  return {
    ended: new Promise((resolve) =>
      child.once('close', (code) => {
        children.delete(child);
        resolve({ code, said });
      }),
    ),
    plan,
    struck: () =>
      existsSync(`${file}.struck`) ? readFileSync(`${file}.struck`, 'utf8').split('\n').slice(0, -1) : [],
  };
}
