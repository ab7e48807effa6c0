import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { en } from '../../../shared/messages/en/index.ts';
import { LOCALES, localeOf, TRANSLATIONS, wordsOf } from '../../../shared/messages/locales.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');

const sources = readdirSync(join(ROOT, 'client'), { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
  .map((path) => ({ path, code: readFileSync(join(ROOT, path), 'utf8') }));

function leaves(node: object, path = ''): [key: string, text: string][] {
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as [string, string]]
      : leaves(value, `${path}${name}.`),
  );
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const catalogue = new Map(leaves(en));
const keys = new Set([...catalogue.keys()].map((key) => key.replace(PLURAL, '')));

/** Names in `{{…}}`, without formats. */
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)[^}]*\}\}/g)].map(([, name]) => name as string).sort();

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

function visit(node: unknown, on: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) visit(one, on);
  else if (typeof node === 'object' && node !== null) {
    if (typeof (node as Node).type === 'string') on(node as Node);
    for (const value of Object.values(node)) visit(value, on);
  }
}

/** Attributes that people read or hear. */
const SPOKEN = [
  'title',
  'aria-label',
  'aria-description',
  'placeholder',
  'alt',
  'label',
  'help',
  'sideTitle',
];
const hasWords = (text: unknown): boolean => typeof text === 'string' && /\p{L}/u.test(text);

/** Words written straight into JSX, which a translator would never see. */
function literalsIn(path: string, code: string): string[] {
  const found: string[] = [];
  visit(parseSync(path, code).program, (node) => {
    if (node.type === 'JSXText' && hasWords(node.value)) found.push(String(node.value).trim());
    if (node.type === 'JSXAttribute') {
      const { name, value } = node as unknown as { name: { name: string }; value: Node | null };
      if (SPOKEN.includes(name.name) && value?.type === 'Literal' && hasWords(value.value))
        found.push(String(value.value));
    }
  });
  return found;
}

describe('messages', () => {
  it('U1: every key that a screen names exists', () => {
    const named = sources.flatMap(({ path, code }) =>
      [...code.matchAll(/\b(?:t|translate)\(\s*'([\w.-]+)'/g)].map(([, key]) => `${path} ${key}`),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((one) => !keys.has(one.split(' ')[1] as string))).toEqual([]);
  });

  it('U1: a key put together of parts has messages below its first part', () => {
    const heads = sources.flatMap(({ path, code }) =>
      [...code.matchAll(/\b(?:t|translate)\(\s*`([\w.-]+)\$\{/g)].map(([, head]) => `${path} ${head}`),
    );
    const wrong = heads.filter(
      (one) => ![...keys].some((key) => key.startsWith(one.split(' ')[1] as string)),
    );
    expect(wrong).toEqual([]);
  });

  it('U1: every message is used', () => {
    const code = sources.map((source) => source.code).join('\n');
    const heads = [...code.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, head]) => head as string);
    const unused = [...keys].filter(
      (key) => !code.includes(`'${key}'`) && !heads.some((head) => key.startsWith(head)),
    );
    expect(unused).toEqual([]);
  });

  it('U1: no words stand in JSX', () => {
    const wrong = sources
      .filter(({ path }) => path.endsWith('.tsx'))
      .flatMap(({ path, code }) => literalsIn(path, code).map((words) => `${path}: ${words}`));
    expect(wrong).toEqual([]);
  });

  it('U1: the search for words in JSX finds them', () => {
    expect(literalsIn('x.tsx', '<p title="a b">{1} words <i aria-label={x}>·</i></p>')).toEqual([
      'a b',
      'words',
    ]);
  });

  it('U2: every message that counts has one form for one and one for others', () => {
    const stems = new Set(
      [...catalogue.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')),
    );
    for (const stem of stems) {
      expect(catalogue.has(`${stem}_one`), stem).toBe(true);
      expect(catalogue.has(`${stem}_other`), stem).toBe(true);
      expect(placeholders(catalogue.get(`${stem}_one`) as string)).toContain('count');
    }
  });

  it('U2: a translation has known keys only and the placeholders of the English message', async () => {
    for (const load of Object.values(TRANSLATIONS))
      for (const [key, text] of leaves(await load())) {
        const stem = key.replace(PLURAL, '');
        const english = catalogue.get(key) ?? catalogue.get(`${stem}_other`);
        expect(english, key).toBeDefined();
        expect(placeholders(text), key).toEqual(placeholders(english as string));
      }
  });

  it('U3: the six languages are known by their own names, Arabic from right to left', () => {
    expect(LOCALES.map(({ code }) => code)).toEqual(['en', 'ar', 'zh', 'fr', 'ru', 'es']);
    expect(localeOf('ar').dir).toBe('rtl');
    expect(localeOf('xx').code).toBe('en');
    expect(localeOf(null).code).toBe('en');
  });

  it('U3: words stay English, and say so, until a language has a translation', () => {
    for (const { code } of LOCALES) expect(wordsOf(code)).toBe(code in TRANSLATIONS ? code : 'en');
  });
});
