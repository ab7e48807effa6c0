/**
 * `npm run bench:rooms -- [scenario…]` measures rooms under load beside other servers: its options stand in
 * test/bench/rooms/main.ts. 1,000 connections need as many open files: `ulimit -n 8192`.
 */
import { spawnSync } from 'node:child_process';
import { install } from './install.mjs';
import { ROOT } from './root.mjs';

/** Open files that 1,000 clients and the server behind them may take, in either process. */
const FILES = 4096;

install();
process.chdir(ROOT);
const limit = spawnSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).stdout?.trim();
if (limit !== 'unlimited' && Number(limit) < FILES) {
  console.error(`Only ${limit} files may be open: run \`ulimit -n ${FILES}\` first.`);
  process.exit(2);
}
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../test/bench/rooms/main.ts');
process.exit(await main(process.argv.slice(2)));
