import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { main as backUp } from '../../../server/cli/backup.ts';
import { main as restore } from '../../../server/cli/restore.ts';
import { main as verify } from '../../../server/cli/verify.ts';
import { openDatabase } from '../../../server/store/sqlite/database.ts';
import { DATABASE_FILE, openSqliteStore } from '../../../server/store/sqlite/store.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { AT } from '../../contract/rows.ts';
import { createRandom } from '../../sim/random.ts';
import { ADMIN, createHarness, type Harness, newDocument, newMember, send, write } from '../harness.ts';
import { runCommand } from './run-command.ts';

type Command = Parameters<typeof runCommand>[0];

let place: string;
let folder: string;
let running: Harness[] = [];
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'sounding-board-backup-'));
  folder = join(place, 'data');
});
afterEach(async () => {
  for (const harness of running) await harness.close();
  running = [];
  rmSync(place, { recursive: true, force: true });
});

const run = (command: Command, ...args: readonly string[]) => runCommand(command, folder, ...args);

async function start(dataDir: string): Promise<Harness> {
  const harness = await createHarness({ store: openSqliteStore(dataDir, AT) });
  running.push(harness);
  return harness;
}

describe('npm run backup, npm run restore', () => {
  it('S70, S72: taken while five people type, it is one state of all; restored, the server goes on from it', async () => {
    const harness = await start(folder);
    const id = (await newDocument(harness)) as DocumentId;
    const people = [];
    for (let k = 0; k < 5; k += 1) people.push((await newMember(harness, id, 'drafter', `Drafter ${k}`)).id);
    await write(harness, id, people[0] as string, 'We decide.');
    await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, { stage: 'revision', name: 'Rev.1' });
    const random = createRandom(1);
    let typing = true;
    let typed = 0;
    const typists = people.map(async (participant) => {
      while (typing) {
        await harness.rooms.edit(id, participant as never, (text) => {
          typed += 1;
          text.insert(1 + random.below(text.length), String(typed));
        });
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    while (typed < 200) await new Promise((resolve) => setImmediate(resolve));
    const before = typed;
    const backup = await run(backUp, join(place, 'backup'));
    expect(typed, 'nobody waits for it').toBeGreaterThan(before);
    typing = false;
    await Promise.all(typists);
    expect(backup).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(place, 'backup')).sort()).toEqual(['backup.json', DATABASE_FILE]);

    const target = join(place, 'restored');
    const restored = await run(restore, join(place, 'backup'), target);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toMatch(new RegExp(`Start with: DATA_DIR=${target} npm start\n$`));
    expect(readdirSync(target)).toEqual([DATABASE_FILE]);
    const head = new RegExp(`head (${id}:\\d+:[0-9a-f]{64})`).exec(backup.out)?.[1] as string;
    expect((await run((args) => verify(args, target), '--head', head)).code).toBe(0);

    const again = await start(target);
    const [all, kept] = [harness, again].map((one) => one.store.textLog.read(id, 0, 1_000_000));
    const rows = (await kept) ?? [];
    expect(rows.length).toBeGreaterThanOrEqual(200);
    expect(rows).toEqual((await all)?.slice(0, rows.length));
    const replayed = new Y.Doc();
    for (const { update } of rows) Y.applyUpdate(replayed, update);
    const clone = await again.rooms.clone(id);
    expect(clone.getText('text').toString()).toBe(replayed.getText('text').toString());
    const { json } = await send(again, ADMIN, 'GET', `/api/documents/${id}/audit?limit=500`);
    expect(JSON.stringify(json())).toContain(head.split(':')[2]);
    await write(again, id, people[0] as string, 'We go on.');
    expect((await again.store.rows.versions.latest(id))?.name).toBe('Rev.1');
  });

  it('S70: says what it holds; --quick leaves out the audit chain', async () => {
    const harness = await start(folder);
    const id = await newDocument(harness);
    const { out, code } = await run(backUp, join(place, 'quick'), '--quick');
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^document ${id}: \\d+ updates; head ${id}:\\d+:[0-9a-f]{64}\n`));
    expect(out).toMatch(/holds 1 documents, \d+ updates, \d+\.\d MB; the audit chain was not verified\n$/);
    expect((await run(restore, join(place, 'quick'), join(place, 'again'))).code).toBe(0);
  });

  it('S71: writes over nothing, and says in one line what is wrong', async () => {
    const harness = await start(folder);
    await newDocument(harness);
    const used = join(place, 'used');
    const good = join(place, 'good');
    await run(backUp, good);
    writeFileSync(join(place, 'file'), 'x');
    await run(restore, good, used);
    const cases = [
      [await run(backUp), 'Usage:'],
      [await run(backUp, good), 'is not empty'],
      [await run(backUp, join(place, 'file')), 'ENOTDIR'],
      [await run((args) => backUp(args, join(place, 'nothing')), join(place, 'other')), 'holds no database'],
      [await run(restore), 'Usage:'],
      [await run(restore, folder, join(place, 'other')), 'is no backup'],
      [await run(restore, good, used), 'is not empty'],
      [await run(restore, good), 'is not empty'],
    ] as const;
    for (const [{ code, out, err }, line] of cases) {
      expect([code, out], line).toEqual([2, '']);
      expect(err).toContain(line);
      if (line !== 'Usage:') expect(err.trim().split('\n')).toHaveLength(1);
    }
    expect(existsSync(join(place, 'other'))).toBe(false);
  });

  it('S71: a backup that was altered is not restored, and a damaged database is not backed up', async () => {
    const harness = await start(folder);
    const id = await newDocument(harness);
    const { id: drafter } = await newMember(harness, id, 'drafter');
    for (let k = 0; k < 20; k += 1)
      await write(harness, id, drafter, `Paragraph ${k} ${'long '.repeat(500)}`);
    const backup = join(place, 'backup');
    await run(backUp, backup);
    const path = join(backup, DATABASE_FILE);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    writeFileSync(path, bytes);
    const target = join(place, 'restored');
    const refused = await run(restore, backup, target);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('is not what was backed up');
    expect(existsSync(target)).toBe(false);

    await harness.close();
    running = [];
    const file = join(folder, DATABASE_FILE);
    const damaged = readFileSync(file);
    damaged.fill(0x55, damaged.length >> 1, (damaged.length >> 1) + 8_192);
    writeFileSync(file, damaged);
    const failed = await run(backUp, join(place, 'second'));
    expect(failed).toMatchObject({ code: 2, out: '' });
    expect(failed.err).toMatch(/is damaged, no backup was made/);
    expect(existsSync(join(place, 'second', DATABASE_FILE))).toBe(false);
  });

  it('S70: a record that does not verify is kept all the same, and said to be so', async () => {
    const harness = await start(folder);
    const id = await newDocument(harness);
    const database = openDatabase(join(folder, DATABASE_FILE), false);
    database.exec(`UPDATE documents SET "title" = 'Another'`);
    database.close();
    const backup = await run(backUp, join(place, 'backup'));
    expect(backup.code).toBe(1);
    expect(backup.out).toContain(`document ${id} was altered`);
    const restored = await run(restore, join(place, 'backup'), join(place, 'restored'));
    expect(restored.code).toBe(1);
    expect(existsSync(join(place, 'restored', DATABASE_FILE))).toBe(true);
  });
});
