import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../../server/audit/verify.ts';
import { openDatabase } from '../../../server/store/sqlite/database.ts';
import { DATABASE_FILE, openSqliteReader, openSqliteStore } from '../../../server/store/sqlite/store.ts';
import { REGISTER_NOUNS } from '../../../shared/model/register.ts';
import { AT } from '../../contract/rows.ts';
import { ADMIN, createHarness, newDocument, newMember, send, write } from '../harness.ts';
import { fillRegister } from '../whole-register.ts';

let original: string;
let folder: string;
let id: string;
beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), 'sounding-board-'));
  const harness = await createHarness({ store: openSqliteStore(original, AT) });
  id = await newDocument(harness);
  const drafter = await newMember(harness, id, 'drafter');
  const delegate = await newMember(harness, id, 'delegate');
  await write(harness, id, drafter.id, 'We decide.');
  await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, { stage: 'final', name: 'Final text' });
  await fillRegister(harness, id, delegate.id);
  await harness.close();
}, 30_000);
afterAll(() => rmSync(original, { recursive: true, force: true }));
beforeEach(() => {
  folder = `${original}-copy`;
  cpSync(original, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes rows behind the server's back, as somebody with the file could. */
function tamper(...statements: readonly string[]): void {
  const database = openDatabase(join(folder, DATABASE_FILE), false);
  const triggers = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all();
  for (const { name } of triggers as { name: string }[]) database.exec(`DROP TRIGGER ${name}`);
  database.exec('PRAGMA foreign_keys = OFF');
  for (const sql of statements) expect(Number(database.prepare(sql).run().changes), sql).toBe(1);
  database.close();
}

async function findings(): Promise<string[]> {
  const store = openSqliteReader(folder);
  const reports = await verify(store);
  store.close();
  return reports.flatMap((report) => report.findings).map(({ row, problem }) => `${row} ${problem}`);
}

/** The last row of a noun: a document may have carried something before. */
const last = (noun: string) =>
  `"noun" = '${noun}' AND "seq" = (SELECT max("seq") FROM register WHERE "noun" = '${noun}')`;

describe('verification of the register', () => {
  it('S15: finds nothing where nothing was altered', async () => {
    expect(await findings()).toEqual([]);
  });

  it.each(REGISTER_NOUNS)('S15: names a row of %s that was altered, removed or smuggled in', async (noun) => {
    const row = `^${noun} \\S+@1 of document ${id}`;
    // One letter of the row's own words: the id that every row holds.
    tamper(
      `UPDATE register SET "row" = replace("row", '"documentId":"', '"documentId":"x') WHERE ${last(noun)}`,
    );
    expect((await findings())[0]).toMatch(new RegExp(`${row} was altered`));
    cpSync(original, folder, { recursive: true });
    tamper(`UPDATE register SET "at" = '2020-01-01T00:00:00.000Z' WHERE ${last(noun)}`);
    expect((await findings())[0]).toMatch(new RegExp(`${row} was altered`));
    cpSync(original, folder, { recursive: true });
    tamper(`DELETE FROM register WHERE ${last(noun)}`);
    expect((await findings())[0]).toMatch(new RegExp(`${row} is missing`));
    cpSync(original, folder, { recursive: true });
    tamper(
      `INSERT INTO register SELECT "documentId", 999, "noun", 'smuggled', "revision", "at", 999, "row" FROM register WHERE ${last(noun)}`,
    );
    expect(await findings()).toContain(
      `${noun} smuggled@1 of document ${id} is not recorded in the audit log`,
    );
  });

  it('S15: names a later revision that was taken away or put in', async () => {
    tamper(
      `INSERT INTO register SELECT "documentId", 999, "noun", "id", 2, "at", "made", "row" FROM register WHERE ${last('declaration')}`,
    );
    expect(await findings()).toEqual([
      `declaration declaration-1@2 of document ${id} is not recorded in the audit log`,
    ]);
  });

  it('S15: names a word of a version, and an adoption whose version is gone', async () => {
    tamper(`UPDATE versions SET "paragraphs" = replace("paragraphs", 'decide', 'regret')`);
    expect((await findings())[0]).toMatch(/^version \S+ of document \S+ was altered/);
    tamper('DELETE FROM versions');
    const found = (await findings()).join('\n');
    for (const noun of ['adoption', 'silence', 'declaration'])
      expect(found).toMatch(
        new RegExp(`${noun} \\S+ of document ${id} speaks of version \\S+, which is not there`),
      );
  });
});
