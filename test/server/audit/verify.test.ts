import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../../server/audit/verify.ts';
import { openDatabase } from '../../../server/store/sqlite/database.ts';
import { DATABASE_FILE, openSqliteReader, openSqliteStore } from '../../../server/store/sqlite/store.ts';
import { AT } from '../../contract/rows.ts';
import { ADMIN, createHarness, type Harness, newDocument, newMember, send, write } from '../harness.ts';

let original: string;
let folder: string;
let id: string;
let drafter: string;
beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), 'sounding-board-'));
  const harness = await createHarness({ store: openSqliteStore(original, AT) });
  await seed(harness);
  await harness.close();
});
afterAll(() => rmSync(original, { recursive: true, force: true }));
beforeEach(() => {
  folder = `${original}-copy`;
  cpSync(original, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function seed(harness: Harness): Promise<void> {
  id = await newDocument(harness);
  drafter = (await newMember(harness, id, 'drafter')).id;
  await newMember(harness, id, 'facilitator');
  const publish = (name: string) =>
    send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, { stage: 'revision', name });
  for (const words of ['We decide.', 'We recall.']) await write(harness, id, drafter, words);
  await publish('Rev.1');
  await write(harness, id, drafter, 'We note.');
  await publish('Rev.2');
  await harness.store.textLog.compact(id as never);
}

/** Changes a row behind the server's back, as somebody with the file could: triggers are no obstacle to them. */
function tamper(sql: string): void {
  const database = openDatabase(join(folder, DATABASE_FILE), false);
  const triggers = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all();
  for (const { name } of triggers as { name: string }[]) database.exec(`DROP TRIGGER ${name}`);
  database.exec('PRAGMA foreign_keys = OFF');
  const changes = database.prepare(sql).run().changes;
  database.close();
  expect(Number(changes)).toBeGreaterThan(0);
}

async function findings(kept: Parameters<typeof verify>[1] = []): Promise<string[]> {
  const store = openSqliteReader(folder);
  const reports = await verify(store, kept);
  store.close();
  return reports.flatMap((report) => report.findings).map(({ row, problem }) => `${row} ${problem}`);
}

const entry = (what: string): string => `(SELECT "seq" FROM audit WHERE ${what} ORDER BY "seq" LIMIT 1)`;

describe('verification', () => {
  it('S15: finds nothing in what the server wrote', async () => {
    expect(await findings()).toEqual([]);
  });

  const CASES: readonly (readonly [what: string, sql: () => string, named: RegExp])[] = [
    ['a title', () => `UPDATE documents SET "title" = 'Another'`, /^document \S+ was altered/],
    ['a phase', () => `UPDATE documents SET "phase" = 'closed'`, /^document \S+ was altered/],
    [
      'a participant’s name',
      () => `UPDATE participants SET "name" = 'X' WHERE "id" = '${drafter}'`,
      /^participant/,
    ],
    [
      'a participant’s role',
      () => `UPDATE participants SET "role" = 'delegate' WHERE "id" = '${drafter}'`,
      /^participant/,
    ],
    [
      'a participant gone',
      () => `DELETE FROM participants WHERE "id" = '${drafter}'`,
      /^participant \S+ of document \S+ is missing/,
    ],
    [
      'a participant smuggled in',
      () =>
        `INSERT INTO participants SELECT 'smuggled', "documentId", "accountId", "name", 'facilitator', "delegationId", "joinedAt", NULL FROM participants LIMIT 1`,
      /^participant smuggled of document \S+ is not recorded/,
    ],
    [
      'a delegation',
      () => `UPDATE delegations SET "name" = 'Another' WHERE "constituency" = 'technical-community'`,
      /^participant/,
    ],
    [
      'words of a version',
      () =>
        `UPDATE versions SET "paragraphs" = replace("paragraphs", 'decide', 'regret') WHERE "name" = 'Rev.1'`,
      /^version \S+ of document \S+ was altered/,
    ],
    ['a letter', () => `UPDATE versions SET "letter" = 'Agreed' WHERE "name" = 'Rev.1'`, /^version/],
    [
      'a version’s date',
      () => `UPDATE versions SET "publishedAt" = '2020-01-01T00:00:00.000Z' WHERE "name" = 'Rev.1'`,
      /^version/,
    ],
    [
      'a version gone',
      () => `DELETE FROM versions WHERE "name" = 'Rev.1'`,
      /^version \S+ of document \S+ is missing/,
    ],
    [
      'an act',
      () => `UPDATE audit SET "act" = 'member.remove' WHERE "seq" = ${entry(`"act" = 'member.invite'`)}`,
      /^audit entry 3 of document \S+ was altered/,
    ],
    [
      'who acted',
      () => `UPDATE audit SET "participantId" = '${drafter}' WHERE "act" = 'version.publish'`,
      /^audit entry \d of document \S+ was altered/,
    ],
    [
      'a time',
      () => `UPDATE audit SET "at" = '2020-01-01T00:00:00.000Z' WHERE "seq" = 2`,
      /^audit entry 2 of document \S+ was altered/,
    ],
    [
      'a hash',
      () => `UPDATE audit SET "hash" = '${'0'.repeat(64)}' WHERE "seq" = 2`,
      /^audit entry 2 of document \S+ was altered/,
    ],
    ['an entry gone', () => `DELETE FROM audit WHERE "seq" = 3`, /^audit entry 3 of document \S+ is missing/],
    [
      'bytes of an update',
      () => `UPDATE updates SET "update" = zeroblob(20) WHERE "seq" = 2`,
      /^update 2 of document \S+ was altered/,
    ],
    [
      'the author of an update',
      () =>
        `UPDATE updates SET "participantId" = (SELECT "id" FROM participants WHERE "role" = 'facilitator' LIMIT 1) WHERE "seq" = 2`,
      /^update 2 of document \S+ was altered/,
    ],
    [
      'the time of an update',
      () => `UPDATE updates SET "at" = '2020-01-01T00:00:00.000Z' WHERE "seq" = 1`,
      /^update 1 of document \S+ was altered/,
    ],
    [
      'a digest',
      () => `UPDATE updates SET "digest" = '${'0'.repeat(64)}' WHERE "seq" = 1`,
      /^update 1 of document \S+ was altered/,
    ],
    ['an update gone', () => `DELETE FROM updates WHERE "seq" = 1`, /^update 1 of document \S+ is missing/],
    [
      'the last update gone',
      () => `DELETE FROM updates WHERE "seq" = 3`,
      /^update 3 of document \S+ is missing/,
    ],
    [
      'the owner of a clientID',
      () => `UPDATE "clientIds" SET "participantId" = 'somebody'`,
      /^update 1 of document \S+ writes under clientID \d+ as \S+, but it belongs to somebody/,
    ],
    [
      'a snapshot',
      () => `UPDATE snapshots SET "state" = x'0000'`,
      /^snapshot 3 of document \S+ does not say/,
    ],
  ];
  it.each(CASES)('S15: names the altered row: %s', async (_what, sql, named) => {
    tamper(sql());
    const found = await findings();
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatch(named);
  });

  it('S16: an end cut off whole is found out by a head that was kept elsewhere', async () => {
    const store = openSqliteReader(folder);
    const [report] = await verify(store);
    store.close();
    const head = { documentId: id, ...(report?.head as { seq: number; hash: string }) };
    expect(await findings([head])).toEqual([]);
    // The version and its carriage, with their entries.
    tamper(`DELETE FROM audit WHERE "seq" >= ${head.seq - 1}`);
    tamper(`DELETE FROM register WHERE "id" IN (SELECT "id" FROM versions WHERE "name" = 'Rev.2')`);
    tamper(`DELETE FROM versions WHERE "name" = 'Rev.2'`);
    expect(await findings()).toEqual([]);
    expect(await findings([head])).toEqual([
      `audit entry ${head.seq} of document ${id} is not the one whose hash was kept`,
    ]);
  });
});
