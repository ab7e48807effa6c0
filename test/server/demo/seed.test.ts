import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../../server/audit/verify.ts';
import { samplePeople } from '../../../server/demo/sample/people.ts';
import { ensureDemo } from '../../../server/demo/seed.ts';
import { createHttpServer } from '../../../server/http/server.ts';
import type { Demo } from '../../../server/ports/demo.ts';
import { createHarness, type Harness, send } from '../harness.ts';

describe('demonstration', () => {
  let harness: Harness;
  let demo: Demo;
  let plain: Harness['app'];
  beforeAll(async () => {
    const made = await createHarness();
    demo = await ensureDemo(made.context);
    plain = made.app;
    const context = { ...made.context, demo };
    const app = await createHttpServer(context, { logger: made.app.log, clientFolder: null });
    harness = { ...made, app, context };
  });
  afterAll(async () => {
    await plain.close();
    await harness.close();
  });
  const get = async (path: string, headers = {}) =>
    (await send(harness, null, 'GET', path, undefined, headers)).json();

  it('H19: makes the sample document with its versions, people and edits', async () => {
    const { document, versions } = await get(`/api/documents/${demo.answer.documentId}`);
    expect(document).toMatchObject({ sample: true, phase: 'drafting', workingText: 'public' });
    expect(versions.map((v: { stage: string }) => v.stage)).toEqual(['elements', 'zero', 'revision']);
    expect(demo.answer.people.map(({ key }) => key)).toEqual(samplePeople.map(({ key }) => key));
    const zero = await get(`/api/documents/${demo.answer.documentId}/versions/${versions[1].id}`);
    const numbered = zero.paragraphs.filter((p: { kind: string }) => p.kind === 'operative');
    expect(numbered.length).toBeGreaterThanOrEqual(60);
  });

  it('H19: paragraphs keep their ids from version to version, and splits and joins are remembered', async () => {
    const { versions } = await get(`/api/documents/${demo.answer.documentId}`);
    const url = `/api/documents/${demo.answer.documentId}/comparison?from=${versions[1].id}&to=${versions[2].id}`;
    const { summary, rows } = await get(url);
    for (const kind of ['changed', 'added', 'removed', 'split', 'merged', 'moved'])
      expect(summary[kind], kind).toBeGreaterThan(0);
    const linked = rows.filter((row: { from: number[]; to: number[] }) => row.from.length && row.to.length);
    expect(linked.every((row: { linkedBy: string }) => row.linkedBy === 'lineage')).toBe(true);
  });

  it('H19: the working text was edited by several people, and they are told apart', async () => {
    const { paragraphs, people, deletions } = await get(
      `/api/documents/${demo.answer.documentId}/text/authorship`,
    );
    const authors = new Set(
      paragraphs.flatMap((p: { runs: { by: string }[] }) => p.runs.map((run) => run.by)),
    );
    expect(authors.size).toBeGreaterThanOrEqual(4);
    for (const author of authors) expect(people[author as string].name).toMatch(/^Sample /);
    expect(deletions.length).toBeGreaterThan(0);
  });

  it('H19: one request enters as a sample person; two in one browser follow one another', async () => {
    const entered = await send(harness, null, 'POST', '/api/demo/enter', { key: 'drafter-1' });
    expect(entered.json()).toMatchObject({ signedIn: true, name: 'Sample drafter One', demo: true });
    const cookie = String(entered.headers['set-cookie']).split(';')[0] as string;
    const me = (await get(`/api/documents/${demo.answer.documentId}`, { cookie })).me;
    expect(me.participant.id).toBe(demo.participantOf('drafter-1'));
    const wrong = await send(harness, null, 'POST', '/api/demo/enter', { key: 'nobody' });
    expect(wrong.json().code).toBe('not-found');
    const facilitator = await send(harness, null, 'POST', '/api/demo/enter', { key: 'facilitator' });
    expect(facilitator.json().mayCreate).toBe(true);
  });

  it('H19: a second start finds what is there and makes nothing', async () => {
    const before = await harness.store.rows.documents.list();
    const again = await ensureDemo(harness.context);
    expect(again.answer).toEqual(demo.answer);
    expect(await harness.store.rows.documents.list()).toEqual(before);
  });

  it('H19: without the demonstration its routes answer 404', async () => {
    const off = await createHarness();
    for (const answer of [
      await send(off, null, 'GET', '/api/demo'),
      await send(off, null, 'POST', '/api/demo/enter', { key: 'facilitator' }),
    ])
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found']);
    await off.close();
  });

  it('S15: the record of the sample document holds', async () => {
    const reports = await verify(harness.store);
    expect(reports.flatMap((report) => report.findings)).toEqual([]);
    expect(reports[0]?.updates).toBeGreaterThan(40);
  });
});
