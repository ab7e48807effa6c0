import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { first } from '../../../shared/messages/en/first.ts';
import { en } from '../../../shared/messages/en/index.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Code of the client by path. */
const SOURCES: ReadonlyMap<string, string> = new Map(
  readdirSync(join(ROOT, 'client'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]),
);

function leaves(node: object, path = ''): string[] {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${path}${name}`] : leaves(value, `${path}${name}.`),
  );
}

const KEYS = new Set(leaves(en).map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')));

const targets = (path: string, pattern: RegExp, code: string): string[] =>
  [...code.matchAll(pattern)].map((match) => normalize(join(dirname(path), match[1] as string)));

/** What is loaded with a module, for sure; imports of types alone load nothing. */
const imports = (path: string): string[] =>
  targets(
    path,
    /(?:from|import)\s*'(\.[^']+)'/g,
    (SOURCES.get(path) ?? '').replace(/^(?:import|export) type [^;]*;/gm, ''),
  );

function loadedWith(root: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const visit = (path: string): void => {
    if (loaded.has(path) || !SOURCES.has(path)) return;
    loaded.add(path);
    for (const target of imports(path)) visit(target);
  };
  visit(root);
  return loaded;
}

/** Areas of the catalogue that a module names: by a whole key, or by the beginning of one put together. */
function areasIn(code: string): string[] {
  const whole = [...code.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)].map(([, key]) => key as string);
  const begun = [...code.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map(([, head]) => head as string);
  return [...whole.filter((key) => KEYS.has(key)), ...begun]
    .map((key) => key.split('.')[0] as string)
    .filter((area) => area in en);
}

/** What of the areas named by the modules that come with `root` does not come with it. */
function lacking(root: string): string[] {
  const loaded = loadedWith(root);
  return [...loaded].flatMap((path) =>
    areasIn(SOURCES.get(path) as string)
      .filter((area) => !(area in first) && !loaded.has(`client/ui/words/${area}.ts`))
      .map((area) => `${root}: ${area}, named in ${path}`),
  );
}

const LATE = [...SOURCES].flatMap(([path, code]) => targets(path, /import\(\s*'(\.[^']+)'\s*\)/g, code));

// Files share one load of the modules: what is started here must be fresh, and leaves nothing started behind.
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('words', () => {
  it('U1: whatever is loaded brings the words it says, before it is first drawn', () => {
    expect(LATE.length).toBeGreaterThan(20);
    const wrong = ['client/main.tsx', ...new Set(LATE)].flatMap(lacking);
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('U1: the first script brings no words of screens that come later', () => {
    const loaded = [...loadedWith('client/main.tsx')];
    expect(loaded).toContain('client/ui/messages.ts');
    expect(loaded.filter((path) => path.startsWith('client/ui/words/'))).toEqual([]);
  });

  it('U1: the words of every area are brought by a module of its name', () => {
    for (const area of Object.keys(en).filter((name) => !(name in first)))
      expect(SOURCES.get(`client/ui/words/${area}.ts`), area).toContain(`addWords({ ${area} })`);
  });

  it('U1: words that come before the catalogue is ready and words that come after are both there', async () => {
    const page = { lang: '', dir: '', dataset: {} };
    vi.stubGlobal('document', { documentElement: page });
    vi.resetModules();
    const { startMessages, translate } = await import('../../../client/ui/messages.ts');
    await import('../../../client/ui/words/versions.ts');
    const ready = startMessages();
    await import('../../../client/ui/words/audit.ts');
    await ready;
    await import('../../../client/ui/words/settings.ts');
    expect(translate('versions.title')).toBe(en.versions.title);
    expect(translate('audit.title')).toBe(en.audit.title);
    expect(translate('settings.title')).toBe(en.settings.title);
    expect(translate('common.close')).toBe(en.common.close);
  });

  it('U3, U255: the page tells that its words run against it; a value of the other direction stands whole', async () => {
    const page = { lang: '', dir: '', dataset: {} };
    vi.stubGlobal('document', { documentElement: page });
    vi.resetModules();
    const { chooseLocale, listed, startMessages, translate } = await import('../../../client/ui/messages.ts');
    await startMessages();
    expect(page).toEqual({ lang: 'en', dir: 'ltr', dataset: {} });
    await chooseLocale('ar');
    expect(page).toEqual({ lang: 'en', dir: 'rtl', dataset: { words: 'ltr' } });
    const said = (version: string) => translate('frame.underSilence', { version, moment: 'tomorrow' });
    expect(said('Rev.1')).toBe('Rev.1 is under silence until tomorrow');
    expect(said('نص 1')).toBe('\u2068نص 1\u2069 is under silence until tomorrow');
    expect(listed(['A', 'نص 1'])).toBe('A, \u2068نص 1\u2069');
    expect(translate('common.comments', { count: 1 })).toBe('1 comment');
    await chooseLocale('en');
    expect(page).toEqual({ lang: 'en', dir: 'ltr', dataset: {} });
  });
});
