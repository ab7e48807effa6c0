/**
 * `npm test`: all set-up, then types, formatting and lint, and every test. Ends with one line
 * `N passed, N failed`. `npm test -- --project unit` (or any vitest argument) runs a part.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { ROOT } from './root.mjs';

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const ENDS_WITH_PARENT = pathToFileURL(join(ROOT, 'scripts', 'ends-with-parent.mjs')).href;

/** Running commands, each the first of a process group of its own. */
const running = new Set();
/** Ends all that a command has started, and not the command alone. */
function endAll() {
  for (const { pid } of running)
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
}
process.once('exit', endAll);
for (const [signal, number] of [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
])
  process.once(signal, () => process.exit(128 + number));

/** Runs a command to its end. Resolves with its exit code and, where `quiet`, what it printed. */
function run(command, args, { env = {}, quiet = false } = {}) {
  const [out, err] = quiet ? ['pipe', 'pipe'] : ['inherit', 'inherit'];
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', out, err, 'ipc'],
    detached: process.platform !== 'win32',
    env: { ...process.env, ...env },
  });
  running.add(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => {
      printed += data.toString();
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      resolve({ status: code ?? 1, printed });
    });
  });
}

install();
const { ensureChromium } = await import('./chromium.mjs');
const { build } = await import('./build.mjs');
const chromium = ensureChromium();
if (chromium === null) process.exit(1);

// Types and the build keep one processor busy each; what they say is told one after the other.
const types = run(bin('tsc'), ['-b'], { quiet: true });
const lint = run(bin('biome'), ['check', '--error-on-warnings', '.'], { quiet: true });
const built = build().then(
  () => null,
  (error) => error,
);
for (const check of [types, lint]) {
  const { status, printed } = await check;
  process.stderr.write(printed);
  if (status !== 0) process.exit(status);
}
const broken = await built;
if (broken !== null) throw broken;

const report = join(ROOT, '.cache', 'vitest.json');
mkdirSync(join(ROOT, '.cache'), { recursive: true });
rmSync(report, { force: true });
const { status } = await run(
  process.execPath,
  [
    ...['--import', ENDS_WITH_PARENT, join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run'],
    ...['--reporter=default', '--reporter=json', `--outputFile=${report}`, ...process.argv.slice(2)],
  ],
  { env: { CHROMIUM_PATH: chromium } },
);
const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed\n`);
process.exit(status);
