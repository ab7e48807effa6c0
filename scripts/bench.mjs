/**
 * `npm run bench [-- DIR]`: every test/bench/*.bench.ts, one after the other in one process. Each exports `name` and
 * `run(print, folder)` and prints ratios against peers. DIR holds real texts, a folder of versions for each.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { ROOT } from './root.mjs';

install();
const { register } = await import('tsx/esm/api');
register();
const folder = join(ROOT, 'test', 'bench');
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .sort()) {
  const bench = await import(pathToFileURL(join(folder, file)).href);
  console.log(`\n== ${bench.name} (Node ${process.version}, ${process.platform} ${process.arch})`);
  await bench.run((line) => console.log(line), process.argv[2]);
}
