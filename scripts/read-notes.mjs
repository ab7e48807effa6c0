/** `npm run -s read:notes -- FILE [--kind …] [--json]`: what an import of notes would recognise. See server/cli/read-notes.ts. */
import { install } from './install.mjs';

install();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../server/cli/read-notes.ts');
process.exitCode = await main(process.argv.slice(2));
