import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../../server/cli/verify.ts';
import { ADMIN, createHarness, everyRole, newDocument, send, write } from '../harness.ts';
import { newComment } from '../register-rows.ts';
import { fillRegister } from '../whole-register.ts';

let folder: string;
let archive: Buffer;
let id: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
  const harness = await createHarness();
  id = await newDocument(harness, { register: 'public' });
  const people = await everyRole(harness, id);
  await write(harness, id, people.drafter.id, 'We decide.');
  await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, { stage: 'final', name: 'Final text' });
  await fillRegister(harness, id, people.delegate.id);
  archive = (await send(harness, null, 'GET', `/api/documents/${id}/export/archive.json`)).rawPayload;
  await newComment(harness, id, people.delegate);
  await harness.close();
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command on a file of these bytes; without a database anywhere. */
async function run(bytes: Buffer | string, ...more: readonly string[]) {
  const file = join(folder, 'archive.json');
  writeFileSync(file, bytes);
  const printed = { out: '', err: '' };
  for (const [stream, name] of [
    [process.stdout, 'out'],
    [process.stderr, 'err'],
  ] as const)
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    });
  const code = await main([file, ...more], join(folder, 'nowhere'));
  vi.restoreAllMocks();
  return { code, ...printed };
}

describe('npm run verify of an archive', () => {
  it('V145: exits 0 with what holds, what is withheld, what cannot be proved, and the head', async () => {
    const { code, out, err } = await run(archive);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^archive of document \S+ “Sample text”, made 2026-\S+; SHA-256 of the file [0-9a-f]{64}\n/,
    );
    expect(out).toMatch(
      /\nholds: \d+ audit entries, 1 versions, 6 participants, 21 revisions of the register\n/,
    );
    expect(out).toContain('withheld: 1 on a working text that this reader may not see\n');
    expect(out).toContain('not in it: 1 updates of the working text');
    expect(out).toContain('An archive alone cannot prove');
    const head = /\nhead (\S+):(\d+):([0-9a-f]{64})\n$/.exec(out) as RegExpExecArray;
    expect((await run(archive, '--head', `${head[1]}:${head[2]}:${head[3]}`)).code).toBe(0);
    expect((await run(archive, '--head', `${head[2]}:${head[3]}`)).code).toBe(0);
    const wrong = await run(archive, '--head', `${head[2]}:${'0'.repeat(64)}`);
    expect([wrong.code, wrong.out]).toEqual([
      1,
      `audit entry ${head[2]} of document ${id} is not the one whose hash was kept\n`,
    ]);
  });

  it('V142: exits 1 and names the row', async () => {
    const altered = await run(archive.toString('utf8').replace('Too weak.', 'Very good'));
    expect(altered.code).toBe(1);
    expect(altered.out).toMatch(
      /^position \S+@1 of document \S+ was altered: it is not what audit entry \d+ recorded\n/,
    );
    expect((await run(Buffer.concat([archive, Buffer.from('\n')]))).out).toMatch(/^byte \d+ was altered/);
  });

  it('V145: exits 2 with one line where there is no archive, and with the usage where it is asked wrongly', async () => {
    expect(await run('{}')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^\S+ is no archive/),
    });
    expect((await run(archive, '--head', 'x')).err).toMatch(/^Usage/);
    expect((await run(archive, 'another.json')).code).toBe(2);
    rmSync(join(folder, 'archive.json'));
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    expect(await main([join(folder, 'archive.json')], folder)).toBe(2);
    vi.restoreAllMocks();
  });
});
