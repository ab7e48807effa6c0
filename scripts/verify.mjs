/** `npm run -s verify`: checks audit log, versions, update log and authorship in DATA_DIR. See server/cli/verify.ts. */
import { install } from './install.mjs';

install();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../server/cli/verify.ts');
process.exitCode = await main(process.argv.slice(2));
