import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
// @ts-expect-error: a plain script without types
import { buildServer } from '../../../scripts/build.mjs';
import { BUILT } from './servers/built.ts';

const HERE = import.meta.dirname;

const OPTIONS = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Names of all scenarios: one a file. */
export const scenarioNames = (): string[] =>
  readdirSync(join(HERE, 'scenarios'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort();

/** Builds the product as for production, the peers, and the clients; nothing that is measured runs through a loader. */
export async function buildAll(): Promise<void> {
  await Promise.all([
    (buildServer as (outdir: string) => Promise<void>)(join(BUILT, 'product')),
    build({
      ...OPTIONS,
      entryPoints: ['hocuspocus-process', 'relay-process'].map((name) => join(HERE, `servers/${name}.ts`)),
      outdir: join(BUILT, 'peers'),
    }),
    build({
      ...OPTIONS,
      entryPoints: {
        'run-process': join(HERE, 'run-process.ts'),
        ...Object.fromEntries(
          scenarioNames().map((name) => [`scenarios/${name}`, join(HERE, `scenarios/${name}.ts`)]),
        ),
      },
      outdir: join(BUILT, 'clients'),
      splitting: true,
    }),
  ]);
}
