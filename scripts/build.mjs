/** Builds the client (Vite) and the server (esbuild) into dist/ when a source is newer. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { leftOut } from './left-out.mjs';
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
  'scripts/left-out.mjs',
  'scripts/precompress.mjs',
];

/** Bytes of the description of the API: some four million. */
const MOST_DESCRIPTION = 64 * 1024 * 1024;

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

/** What packages of the older module format expect to find, in a bundle of the newer one. */
const REQUIRE = [
  "import { createRequire as requireFrom } from 'node:module';",
  "import { fileURLToPath as pathFrom } from 'node:url';",
  'const require = requireFrom(import.meta.url);',
  'const __filename = pathFrom(import.meta.url);',
  'const __dirname = import.meta.dirname;',
].join('\n');

/**
 * Escapes what is not in Latin-1 (esbuild leaves it in regular expressions): a single character beyond it makes Node
 * keep the whole source with two bytes a character for as long as the process lives.
 */
function keepLatin(file) {
  const source = readFileSync(file, 'utf8');
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, source.replace(/[\u0100-\uffff]/g, escaped));
}

const NATIVE = ['@photostructure/sqlite'];

/** A bundle with its packages. Names stay: they are what a stack trace is read by. */
const SMALL = { minifyWhitespace: true, minifySyntax: true, legalComments: 'none', banner: { js: REQUIRE } };

/** Where esbuild writes the entries that only tell it where to cut. Nothing loads them. */
const PIECES = 'pieces';

/**
 * Modules that become pieces of the bundle of their own, each with all that it alone needs. None that is imported only when
 * it is asked for: it is a piece anyway, and whoever asks would look for it among those that are thrown away.
 */
const pieces = () =>
  Object.fromEntries(
    [
      ...['@fastify/static', 'fastify', 'kysely', 'pino', 'prom-client', 'ws', 'yjs', 'zod'],
      ...['heap', 'http/routes', 'room/rooms', 'store/sqlite/store'].map((name) =>
        join(ROOT, `server/${name}.ts`),
      ),
    ].map((entry, number) => [`${PIECES}/${number}`, entry]),
  );

/** Milliseconds for which pieces of an earlier build stay: a server that runs from it asks for some only when it needs them. */
const KEPT = 7 * 24 * 3_600_000;

/** Removes what no build of the last days is made of. */
function forgetPieces(outdir, current) {
  for (const file of readdirSync(outdir)) {
    const path = join(outdir, file);
    if (file.startsWith('piece-') && !current.has(file) && Date.now() - statSync(path).mtimeMs > KEPT)
      rmSync(path);
  }
}

/** The server without its client, into a folder from which node_modules is found. Tests build their own. */
export async function buildServer(outdir) {
  const esbuild = await import('esbuild');
  const common = {
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  };
  // With its packages the process holds some 15 MB less than when Node loads a thousand modules one by one. In pieces,
  // because reading one file of 3 MB takes 13 MB, which the process keeps: in pieces it takes 3.
  const { metafile } = await esbuild.build({
    ...common,
    metafile: true,
    entryPoints: { main: join(ROOT, 'server/main.ts'), ...pieces() },
    chunkNames: 'piece-[hash]',
    splitting: true,
    ...SMALL,
    // Beside what is native: loaded only where mail is sent; and only where nothing was built.
    external: [...NATIVE, 'nodemailer', '@fastify/swagger'],
    plugins: [leftOut],
  });
  rmSync(join(outdir, PIECES), { recursive: true });
  forgetPieces(outdir, new Set(Object.keys(metafile.outputs).map((path) => basename(path))));
  for (const file of readdirSync(outdir)) if (file.endsWith('.js')) keepLatin(join(outdir, file));
  // Threads are bundles of their own (server/files/start-worker.ts, server/store/sqlite/start-compaction.ts).
  await esbuild.build({
    ...common,
    entryPoints: {
      'files-worker': join(ROOT, 'server/files/worker.ts'),
      'compare-worker': join(ROOT, 'server/files/compare-worker.ts'),
    },
    packages: 'external',
  });
  // With its packages, because it starts often: that takes a third less processor time, and 7 MB less while it lives.
  await esbuild.build({
    ...common,
    ...SMALL,
    entryPoints: { 'compaction-worker': join(ROOT, 'server/store/sqlite/compaction-worker.ts') },
    external: NATIVE,
  });
}

/** The description of the API, among the client's files: the server sends it like them and never makes it. */
async function describeApi(outdir) {
  const esbuild = await import('esbuild');
  const program = join(ROOT, 'dist/describe-api.mjs');
  await esbuild.build({
    entryPoints: [join(ROOT, 'server/cli/describe-api.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  const description = execFileSync(process.execPath, [program], { maxBuffer: MOST_DESCRIPTION });
  rmSync(program);
  mkdirSync(join(outdir, 'api'), { recursive: true });
  writeFileSync(join(outdir, 'api/openapi.json'), description);
}

const isBuiltFrom = (sources) => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources;

/** Whether `build` would have something to do. Asking loads none of its tools. */
export const isStale = () => !isBuiltFrom(fingerprint());

export async function build() {
  const now = fingerprint();
  if (isBuiltFrom(now)) return;
  process.stderr.write('Building (once for each change)…\n');
  const { build: viteBuild } = await import('vite');
  await asProduction(() => viteBuild({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' }));
  await describeApi(join(ROOT, 'dist/client'));
  await precompress(join(ROOT, 'dist/client'));
  await buildServer(join(ROOT, 'dist/server'));
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, now);
}
