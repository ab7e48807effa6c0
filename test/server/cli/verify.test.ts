import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../server/cli/verify.ts';
import { openDatabase } from '../../../server/store/sqlite/database.ts';
import { DATABASE_FILE, openSqliteStore } from '../../../server/store/sqlite/store.ts';
import { AT } from '../../contract/rows.ts';
import { createHarness, newDocument } from '../harness.ts';
import { runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => runCommand(main, folder, ...args);

describe('npm run verify', () => {
  it('S15: exits 0 with a head, 1 with a line a finding, beside a running server too', async () => {
    const harness = await createHarness({ store: openSqliteStore(folder, AT) });
    const id = await newDocument(harness);
    const good = await run();
    expect(good).toMatchObject({ code: 0, err: '' });
    const head = /head (\S+:2:[0-9a-f]{64})\n$/.exec(good.out)?.[1] as string;
    expect((await run('--head', head)).code).toBe(0);
    expect((await run('--head', `${head.slice(0, -64)}${'0'.repeat(64)}`)).code).toBe(1);
    await harness.close();
    const database = openDatabase(join(folder, DATABASE_FILE), false);
    database.exec(`UPDATE documents SET "title" = 'Another'`);
    database.close();
    expect(await run()).toEqual({
      code: 1,
      out: `document ${id} was altered: it is not what audit entry 1 recorded\n`,
      err: '',
    });
  });

  it('S15: reads what a program wrote that knew no adoption yet', async () => {
    const harness = await createHarness({ store: openSqliteStore(folder, AT) });
    await newDocument(harness);
    await harness.close();
    const database = openDatabase(join(folder, DATABASE_FILE), false);
    database.exec('ALTER TABLE documents DROP COLUMN "adoption"');
    database.close();
    expect(await run()).toMatchObject({ code: 0, err: '' });
  });

  it('S15: exits 2 with one line where there is nothing to verify', async () => {
    const nothing = await run();
    expect([nothing.code, nothing.out]).toEqual([2, '']);
    expect(nothing.err).toMatch(/^DATA_DIR \S+ holds no database\n$/);
    expect((await run('--head', 'x')).code).toBe(2);
  });
});
