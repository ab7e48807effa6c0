import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Rules A1–A3 (docs/spec.md): imports run one way, without cycles, and the core is pure. */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Module → what it may import besides itself. The first prefix that fits a file names its module. */
const ALLOWED: readonly (readonly [module: string, may: readonly string[]])[] = [
  ['shared/model', []],
  ['shared/data', ['shared/model']],
  ['shared/policy', ['shared/model']],
  ['shared/text', ['shared/model']],
  ['shared/notes', ['shared/model']],
  ['shared/compare', ['shared/model', 'shared/text']],
  ['shared/anchor', ['shared/model', 'shared/text', 'shared/compare']],
  ['shared/amend', ['shared/model', 'shared/text', 'shared/compare', 'shared/anchor']],
  [
    'shared/domain',
    [
      'shared/model',
      'shared/data',
      'shared/policy',
      'shared/text',
      'shared/compare',
      'shared/anchor',
      'shared/amend',
    ],
  ],
  ['shared/format', ['shared/model', 'shared/text', 'shared/compare', 'shared/anchor', 'shared/amend']],
  ['shared/api', ['shared/model', 'shared/policy', 'shared/compare', 'shared/amend']],
  ['shared/messages', ['shared/model']],
  ['server/ports', ['shared']],
  // How long work gives way, which acts and answers do alike.
  ['server/steps', ['shared/model']],
  ['server/commands', ['shared', 'server/ports', 'server/steps']],
  ['server/queries', ['shared', 'server/ports', 'server/steps']],
  ['server/room', ['shared', 'server/ports']],
  // The store chains audit entries and digests inside its transactions.
  ['server/store', ['shared/model', 'server/ports', 'server/audit']],
  ['server/metrics', ['shared/model', 'server/ports']],
  ['server/bus', ['shared/model', 'server/ports']],
  ['server/files', ['shared', 'server/ports']],
  ['server/mail', ['shared', 'server/ports', 'server/commands', 'server/queries']],
  ['server/audit', ['shared', 'server/ports']],
  // Ids of requests and connections, which both doors give.
  ['server/trace', []],
  ['server/ws', ['shared', 'server/ports', 'server/room', 'server/trace']],
  [
    'server/http',
    [
      'shared',
      'server/ports',
      'server/commands',
      'server/queries',
      'server/files',
      'server/audit',
      'server/steps',
      'server/trace',
    ],
  ],
  ['server', ['shared', 'server']],
  ['client/api', ['shared']],
  ['client/ui', ['shared']],
  ['client/anchor', ['shared', 'client/api']],
  ['client/editor', ['shared', 'client/ui', 'client/anchor']],
  ['client/features/*', ['shared', 'client/api', 'client/ui', 'client/anchor', 'client/editor']],
  ['client', ['shared', 'client']],
];

const files = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));

const SOURCES = ['shared', 'server', 'client'].flatMap(files);

function moduleOf(path: string): string {
  for (const [module] of ALLOWED) {
    if (module.endsWith('/*')) {
      const parent = module.slice(0, -1);
      const noun = path.startsWith(parent) ? path.slice(parent.length).split('/')[0] : undefined;
      if (noun !== undefined) return parent + noun;
    } else if (path.startsWith(`${module}/`)) return module;
  }
  return path.split('/')[0] as string;
}

const rulesOf = (module: string): readonly string[] =>
  ALLOWED.find(([name]) =>
    name.endsWith('/*') ? module.startsWith(name.slice(0, -1)) : name === module,
  )?.[1] ?? [];

const importsOf = (path: string): string[] =>
  [...readFileSync(join(ROOT, path), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (m) => m[1] as string,
  );

/** What is loaded with a file: no types, and nothing that is only imported when it is asked for. */
const loadedWith = (path: string): string[] =>
  [
    ...readFileSync(join(ROOT, path), 'utf8').matchAll(
      /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm,
    ),
  ].map((m) => m[1] as string);

const internalImports = (path: string): string[] =>
  importsOf(path)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(path), name)));

describe('architecture', () => {
  it('A1: imports run one way', () => {
    const wrong = SOURCES.flatMap((path) => {
      const module = moduleOf(path);
      const may = [module, ...rulesOf(module)];
      return internalImports(path)
        .filter((target) => !may.some((prefix) => target.startsWith(`${prefix}/`)))
        .map((target) => `${path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('A2: there are no import cycles', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' > '));
        return;
      }
      state.set(path, 'open');
      for (const target of internalImports(path)) if (/\.tsx?$/.test(target)) visit(target, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of SOURCES) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('A3: the core is pure: no clock, no randomness, no input or output', () => {
    const impure =
      /\bDate\.now\(|new Date\(\)|Math\.random\(|crypto\.|randomUUID|\bfetch\(|\bprocess\.|setTimeout\(/;
    const wrong = files('shared').filter(
      (path) =>
        impure.test(readFileSync(join(ROOT, path), 'utf8')) ||
        importsOf(path).some((name) => name.startsWith('node:') || name === 'react'),
    );
    expect(wrong).toEqual([]);
  });

  it('A4: the server does not load at its start what only a thread, or hardly anybody, needs', () => {
    const packages = new Map<string, string>();
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const name of loadedWith(path))
        if (name.startsWith('.')) visit(normalize(join(dirname(path), name)));
        else packages.set(name, path);
    };
    visit('server/main.ts');
    // Else the expression above reads nothing.
    expect(packages.has('yjs') && packages.has('fastify')).toBe(true);
    const later = [
      ...['docx', 'fflate', 'fast-xml-parser', 'parse5', 'marked'],
      ...['nodemailer', '@fastify/swagger', 'vite', 'esbuild'],
    ];
    expect(later.flatMap((name) => packages.get(name) ?? [])).toEqual([]);
    expect([...seen].filter((path) => path.startsWith('server/demo/'))).toEqual([]);
    // Of the schemas, only those that the routes have in common.
    const schemas = [...seen].filter(
      (path) => path.startsWith('shared/api/') && loadedWith(path).includes('zod'),
    );
    expect(schemas.sort()).toEqual(['shared/api/fields.ts', 'shared/api/problem.ts']);
  });
});
