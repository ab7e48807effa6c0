import { join } from 'node:path';

/** The server as a product has it, built once before all drills: starting TypeScript anew for every kill would take most of the time. */
export const SERVER_FOLDER = join(import.meta.dirname, '../../.cache/faults');

export async function setup(): Promise<void> {
  const { buildServer } = (await import('../../scripts/build.mjs' as string)) as {
    buildServer(folder: string): Promise<void>;
  };
  await buildServer(SERVER_FOLDER);
}
