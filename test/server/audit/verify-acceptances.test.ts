import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../../server/audit/verify.ts';
import { openDatabase } from '../../../server/store/sqlite/database.ts';
import { DATABASE_FILE, openSqliteReader, openSqliteStore } from '../../../server/store/sqlite/store.ts';
import { AT } from '../../contract/rows.ts';
import { createHarness, everyRole, newDocument, send, setPhase, write } from '../harness.ts';

let folder: string;
let client: number;
let drafter: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
  const harness = await createHarness({ store: openSqliteStore(folder, AT) });
  const id = await newDocument(harness, { workingText: 'participants' });
  const members = await everyRole(harness, id);
  drafter = members.drafter.id;
  await setPhase(harness, id, 'drafting');
  await write(harness, id, drafter, 'We decide again.');
  const post = (member: { token: string }, path: string, body: object) =>
    send(harness, member.token, 'POST', `/api/documents/${id}${path}`, body);
  const text = (await send(harness, members.drafter.token, 'GET', `/api/documents/${id}/text`)).json();
  const changes = [
    {
      act: 'replace',
      paragraph: text.paragraphs[1].id,
      wording: [{ kind: 'operative', level: 0, runs: [{ text: 'We decide.' }] }],
    },
  ];
  const { entry } = (await post(members.delegate, '/proposals', { text: 'working', changes })).json();
  const body = { decision: 'accepted', revision: 1 };
  const taken = await post(members.facilitator, `/proposals/${entry.id}/acceptance`, body);
  client = taken.json().entry.row.client;
  await harness.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function findings(sql?: string): Promise<string[]> {
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true });
  if (sql !== undefined) {
    const database = openDatabase(join(copy, DATABASE_FILE), false);
    const triggers = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all();
    for (const { name } of triggers as { name: string }[]) database.exec(`DROP TRIGGER ${name}`);
    expect(Number(database.prepare(sql).run().changes)).toBeGreaterThan(0);
    database.close();
  }
  const store = openSqliteReader(copy);
  const reports = await verify(store);
  store.close();
  rmSync(copy, { recursive: true, force: true });
  return reports.flatMap((report) => report.findings).map(({ row, problem }) => `${row} ${problem}`);
}

describe('verification of acceptances', () => {
  it('M26: an edit that only deletes may claim a clientID that it writes nothing under', async () => {
    expect(await findings()).toEqual([]);
  });

  it('M26: a claim that was turned to somebody else is found out', async () => {
    const sql = `UPDATE "clientIds" SET "participantId" = '${drafter}' WHERE "clientId" = ${client}`;
    expect((await findings(sql)).join('\n')).toMatch(
      new RegExp(`writes under clientID ${client} as \\S+, but it belongs to ${drafter}`),
    );
  });

  it('M26: an acceptance that names another edit than its own is found out', async () => {
    const sql = `UPDATE register SET "row" = replace("row", '"client":${client}', '"client":7') WHERE "noun" = 'acceptance' AND "revision" = 2`;
    const found = await findings(sql);
    expect(found.some((one) => /^acceptance \S+@2 of document \S+ was altered/.test(one))).toBe(true);
    expect(found.some((one) => /^acceptance \S+ of document \S+ is not borne out by update/.test(one))).toBe(
      true,
    );
  });
});
