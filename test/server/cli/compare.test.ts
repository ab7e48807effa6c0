import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../../server/cli/compare.ts';
import { settleDocx } from '../files/settle-docx.ts';

let folder = '';
const file = (name: string): string => join(folder, name);

/** What a run printed and answered. */
async function run(...args: readonly string[]) {
  const printed = { out: '', err: '' };
  const catching = (stream: 'out' | 'err') => (text: unknown, done?: unknown) => {
    printed[stream] += String(text);
    if (typeof done === 'function') done();
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(catching('out') as never);
  vi.spyOn(process.stderr, 'write').mockImplementation(catching('err') as never);
  const code = await main(args);
  vi.restoreAllMocks();
  return { code, ...printed };
}

const OLD = '1. We build open networks in every village.\n\n2. We fund schools in mountain regions.\n';
const NEW =
  '1. We build safe and open networks in every village.\n\n2. We meet again.\n\n3. We fund schools in mountain regions.\n';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'compare-'));
  writeFileSync(file('old.txt'), OLD);
  writeFileSync(file('new.txt'), NEW);
  writeFileSync(file('new.md'), NEW);
  writeFileSync(
    file('new.html'),
    '<p>1. We build <b>safe and</b> open networks in every village.</p><p>2. We fund schools in mountain regions.</p>',
  );
  writeFileSync(file('latin.txt'), Uint8Array.from([0x63, 0x61, 0x66, 0xe9]));
  writeFileSync(file('binary.txt'), Uint8Array.from([0x50, 0x00, 0x01]));
  writeFileSync(file('broken.docx'), 'not a zip');
  writeFileSync(file('empty.docx'), zipSync({ 'nothing.txt': strToU8('') }));
  writeFileSync(file('picture.png'), '');
  mkdirSync(file('folder.txt'));
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

describe('compare OLD NEW', () => {
  it('C14: JSON holds every block once, and both texts', async () => {
    const { code, out } = await run(file('old.txt'), file('new.txt'), '--format', 'json');
    expect(code).toBe(0);
    const comparison = JSON.parse(out);
    expect(comparison).toMatchObject({ algorithm: '1', from: { blocks: 2 }, to: { blocks: 3 } });
    expect(comparison.rows.map((row: { kind: string }) => row.kind)).toEqual(['changed', 'added', 'same']);
    expect(comparison.rows[0].words).toEqual([
      ['=', 'We build '],
      ['+', 'safe and '],
      ['=', 'open networks in every village.'],
    ]);
  });

  it('C14: text is the default, and --out writes a file', async () => {
    const { code, out } = await run(file('old.txt'), file('new.txt'), '--out', file('result.txt'));
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync(file('result.txt'), 'utf8')).toContain('We build {+safe and +}open networks');
  });

  it.each(['new.md', 'new.html'])('C14: %s is read as an import reads it', async (name) => {
    const { code, out } = await run(file('old.txt'), file(name), '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out).rows[0].words).toContainEqual(['+', 'safe and ']);
  });

  it('C14: .docx in and out', async () => {
    await run(file('old.txt'), file('new.txt'), '--format', 'docx', '--out', file('result.docx'));
    expect(settleDocx(readFileSync(file('result.docx')), 'reject')).toEqual([
      '1.\tWe build open networks in every village.',
      '2.\tWe fund schools in mountain regions.',
    ]);
    const { code, out } = await run(file('new.txt'), file('result.docx'), '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out).summary).toMatchObject({ same: 3, changed: 0, added: 0, removed: 0 });
  });

  it.each([
    ['missing.txt', 'no such file'],
    ['latin.txt', 'not UTF-8 text'],
    ['binary.txt', 'NUL characters'],
    ['broken.docx', ''],
    ['empty.docx', ''],
    ['picture.png', 'not a .txt, .md, .docx or .html file'],
    ['folder.txt', 'a folder, not a file'],
  ])('C15: %s ends with 2 and one line that names it', async (name, why) => {
    const { code, out, err } = await run(file('old.txt'), file(name));
    expect([code, out]).toEqual([2, '']);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain(name);
    expect(err).toContain(why);
  });

  it.each([[[]], [['one.txt']], [['a.txt', 'b.txt', '--format', 'pdf']], [['a.txt', 'b.txt', '--wrong']]])(
    'C15: %j ends with 2 and the usage',
    async (args) => {
      const { code, err } = await run(...args);
      expect(code).toBe(2);
      expect(err).toContain('usage: compare OLD NEW');
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    },
  );
});
