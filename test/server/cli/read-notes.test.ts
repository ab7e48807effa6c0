import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../server/cli/read-notes.ts';

afterEach(() => vi.restoreAllMocks());

async function run(text: string | null, ...args: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'notes-'));
  const path = join(folder, 'notes.txt');
  let out = '';
  let wrong = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    out += String(piece);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((piece) => {
    wrong += String(piece);
    return true;
  });
  try {
    if (text !== null) await writeFile(path, text);
    return { code: await main([path, ...args]), out, wrong, path };
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('read:notes', () => {
  it('Q1: prints what was recognised and what was not', async () => {
    const { code, out } = await run('*Country A*: “Words.” (starts at 1:00)\nThe coffee was cold.\n');
    expect(code).toBe(0);
    expect(out).toContain('verbatim\t60\tWords.');
    expect(out).toContain('not understood: 1');
    expect(out).toContain('The coffee was cold.');
  });

  it.each([
    ['Pace was a concern (Country A).', 'press:'],
    ['1. What?\n\nThis.\n\n2. When?\n', 'questionnaire:'],
    ['*Country A*: “Words.”', 'meeting:'],
  ])('Q1: tells the kind of %j', async (text, kind) => {
    expect((await run(text)).out.startsWith(kind)).toBe(true);
  });

  it('Q1: JSON alone on demand', async () => {
    const { out } = await run('*Country A*: “Words.”', '--json', '--kind', 'meeting');
    expect(JSON.parse(out).statements).toHaveLength(1);
  });

  it('Q1: refuses a file it cannot read and a kind it does not know with one line', async () => {
    expect(await run(null)).toMatchObject({
      code: 2,
      out: '',
      wrong: expect.stringMatching(/^read:notes: cannot read .*ENOENT.*\n$/),
    });
    expect((await run('a', '--kind', 'other')).wrong).toMatch(/unknown kind other/);
  });
});
