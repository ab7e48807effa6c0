/** `npm start`: installs what is missing, builds what is stale, serves everything on one port. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { ROOT } from './root.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Node 20.19 or newer is needed; this is ${process.version}.\n`);
  process.exit(1);
}
install();
const { isStale } = await import('./build.mjs');
// In a process of its own: the tools that build would stay in the server's memory for as long as it runs.
if (isStale()) {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/build-now.mjs')], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
await import(pathToFileURL(join(ROOT, 'dist/server/main.js')).href);
