import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Runs } from './report.ts';

/** Reads what `keepRuns` wrote: runs by scenario. JSON has no NaN and no infinity; both come back as NaN. */
export function readRuns(file: string): Record<string, Runs> {
  return JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
    value === null && key !== 'soundness' ? Number.NaN : value,
  ) as Record<string, Runs>;
}

/** Puts the runs of one scenario into a file, in place of earlier ones of the same scenario. */
export function keepRuns(file: string, name: string, runs: Runs): void {
  const all = existsSync(file) ? readRuns(file) : {};
  writeFileSync(file, `${JSON.stringify({ ...all, [name]: runs }, null, 1)}\n`);
}
