/** `npm start`: installs what is missing, builds what is stale, serves everything on one port. */

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
const { build } = await import('./build.mjs');
await build();
await import(pathToFileURL(join(ROOT, 'dist/server/main.js')).href);
