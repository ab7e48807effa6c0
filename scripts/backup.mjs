/** `npm run backup`: copies what DATA_DIR holds, beside a running server too. See server/cli/backup.ts. */
import { install } from './install.mjs';

install();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../server/cli/backup.ts');
process.exitCode = await main(process.argv.slice(2));
