/** `npm run restore`: puts a backup into a new folder. See server/cli/restore.ts. */
import { install } from './install.mjs';

install();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../server/cli/restore.ts');
process.exitCode = await main(process.argv.slice(2));
