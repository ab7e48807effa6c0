/**
 * `npm test`: all set-up, then types, formatting and lint, and every test. Ends with one line
 * `N passed, N failed`. `npm test -- --project unit` (or any vitest argument) runs a part.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { ROOT } from './root.mjs';

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const run = (command, args, env = {}) =>
  spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });

install();
const { ensureChromium } = await import('./chromium.mjs');
const { build } = await import('./build.mjs');
const chromium = ensureChromium();
if (chromium === null) process.exit(1);

for (const [command, args] of [
  [bin('tsc'), ['-b']],
  [bin('biome'), ['check', '--error-on-warnings', '.']],
]) {
  const { status } = run(command, args);
  if (status !== 0) process.exit(status ?? 1);
}
await build();

const report = join(ROOT, '.cache', 'vitest.json');
mkdirSync(join(ROOT, '.cache'), { recursive: true });
rmSync(report, { force: true });
const { status } = run(
  bin('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...process.argv.slice(2)],
  { CHROMIUM_PATH: chromium },
);
const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed\n`);
process.exit(status ?? 1);
