/** `npm run -s evaluate -- DIR`: marks the comparison against alignments made by hand. See server/cli/evaluate.ts. */
import { install } from './install.mjs';

install();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../server/cli/evaluate.ts');
process.exitCode = await main(process.argv.slice(2));
