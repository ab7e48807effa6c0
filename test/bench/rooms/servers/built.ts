import { join } from 'node:path';

/** Where everything that runs is built to (build.ts): in the project, where its packages are found. */
export const BUILT = join(process.cwd(), '.cache', 'bench-rooms');
