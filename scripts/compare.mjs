/** `npm run -s compare -- OLD NEW …`: compares two files without a server. See server/cli/compare.ts. */
import { install } from './install.mjs';

install();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../server/cli/compare.ts');
process.exitCode = await main(process.argv.slice(2));
