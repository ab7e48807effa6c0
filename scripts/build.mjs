/** Builds the client (Vite) and the server (esbuild, packages external) into dist/ when a source is newer. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { precompress } from './precompress.mjs';
import { ROOT } from './root.mjs';

const STAMP = join(ROOT, 'dist', 'built-from');
const SOURCES = [
  'shared',
  'server',
  'client',
  'package-lock.json',
  'vite.config.ts',
  'scripts/build.mjs',
  'scripts/precompress.mjs',
];

/** Names, sizes and times of every source: cheap, and any edit changes it. */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const info = statSync(join(ROOT, path));
    if (info.isDirectory()) for (const name of readdirSync(join(ROOT, path)).sort()) visit(join(path, name));
    else hash.update(`${path}:${info.size}:${info.mtimeMs}\n`);
  };
  for (const source of SOURCES) visit(source);
  return hash.digest('hex');
}

/** Whoever calls (a test runner, say) may have set another NODE_ENV: what is served is always the production build. */
async function asProduction(work) {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** The server without its client, into a folder from which node_modules is found. Tests build their own. */
export async function buildServer(outdir) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    // Threads are bundles of their own (server/files/start-worker.ts, server/store/sqlite/start-compaction.ts).
    entryPoints: {
      main: join(ROOT, 'server/main.ts'),
      'files-worker': join(ROOT, 'server/files/worker.ts'),
      'compare-worker': join(ROOT, 'server/files/compare-worker.ts'),
      'compaction-worker': join(ROOT, 'server/store/sqlite/compaction-worker.ts'),
    },
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
}

export async function build() {
  const now = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return;
  process.stderr.write('Building (once for each change)…\n');
  const { build: viteBuild } = await import('vite');
  await asProduction(() => viteBuild({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' }));
  await precompress(join(ROOT, 'dist/client'));
  await buildServer(join(ROOT, 'dist/server'));
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, now);
}
