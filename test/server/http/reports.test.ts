import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/model/participant.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  send,
  write,
} from '../harness.ts';
import { newComment, newProposal } from '../register-rows.ts';

let harness: Harness;
let id: string;
let members: Record<Role, Member>;

const SECRET = 'Private words of a delegation.';
const INTERNAL = 'Words on the working text.';
const OPEN = 'Words for everybody.';

beforeAll(async () => {
  harness = await createHarness();
  id = await newDocument(harness, { register: 'public' });
  members = await everyRole(harness, id);
  await write(harness, id, members.drafter.id, 'We decide.');
  const version = await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, {
    stage: 'zero',
    name: 'Zero draft',
  });
  const text = version.json().id;
  await newComment(harness, id, members.stakeholder, { text: SECRET, visibility: 'delegation' });
  await newComment(harness, id, members.drafter, { text: INTERNAL });
  await newProposal(harness, id, members.drafter, { rationale: INTERNAL });
  await newComment(harness, id, members.delegate, {
    text: OPEN,
    on: { noun: 'text', anchor: { scope: 'text', text } },
  });
  // The thread that writes files starts with the first of them.
  await get('facilitator', 'dispositions.docx');
}, 30_000);
afterAll(() => harness.close());

const get = (role: Role | null, file: string) =>
  send(harness, role === null ? null : members[role].token, 'GET', `/api/documents/${id}/export/${file}`);
const wordsOf = (bytes: Buffer): string =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');

describe('exports of the register', () => {
  for (const format of ['csv', 'xlsx', 'docx'])
    it(`O21: a ${format} holds what its reader may see, and nothing else`, async () => {
      const said = async (role: Role | null): Promise<string> => {
        const answer = await get(role, `dispositions.${format}`);
        expect(answer.statusCode, answer.body).toBe(200);
        expect(answer.headers['content-disposition']).toContain(`sample-text-dispositions.${format}`);
        return format === 'csv' ? answer.body : wordsOf(answer.rawPayload);
      };
      const outside = await said(null);
      expect(outside).toContain(OPEN);
      for (const hidden of [SECRET, INTERNAL]) expect(outside).not.toContain(hidden);
      const team = await said('facilitator');
      expect(team).toContain(INTERNAL);
      for (const role of ['facilitator', 'stakeholder', 'delegate'] as const)
        expect(await said(role)).not.toContain(SECRET);
      expect(await said('delegate')).not.toContain(INTERNAL);
    });

  it('L13: the rolling text is for those who may see the working text', async () => {
    for (const format of ['html', 'docx']) {
      expect((await get('drafter', `rolling.${format}`)).statusCode).toBe(200);
      expect((await get('delegate', `rolling.${format}`)).json().code).toBe('not-permitted');
      expect((await get(null, `rolling.${format}`)).statusCode).toBe(403);
    }
  });

  it('O10: another format is refused', async () => {
    for (const file of ['dispositions.pdf', 'rolling.csv', 'rolling.exe'])
      expect((await get('facilitator', file)).statusCode).toBeGreaterThanOrEqual(400);
  });

  for (const format of ['html', 'docx'])
    it(`O21: a synthesis as ${format} holds what its reader may see`, async () => {
      const said = async (role: Role | null): Promise<string> => {
        const answer = await get(role, `synthesis.${format}`);
        expect(answer.statusCode, answer.body).toBe(200);
        return format === 'html' ? answer.body : wordsOf(answer.rawPayload);
      };
      const outside = await said(null);
      expect(outside).toContain(OPEN);
      for (const hidden of [SECRET, INTERNAL]) expect(outside).not.toContain(hidden);
      expect(await said('facilitator')).toContain(INTERNAL);
    });
});

describe('what became of inputs', () => {
  const ask = (role: Role | null, path: string) =>
    send(harness, role === null ? null : members[role].token, 'GET', `/api/documents/${id}${path}`);

  it('O22: the synthesis of a version, of the latest, of the one being prepared', async () => {
    const working = await ask('facilitator', '/synthesis');
    expect(working.statusCode, working.body).toBe(200);
    expect(working.json()).toMatchObject({
      version: null,
      previous: { name: 'Zero draft' },
      tally: { received: 3 },
    });
    const latest = (await ask('facilitator', '/synthesis?version=latest')).json();
    expect(latest).toMatchObject({ version: { name: 'Zero draft' }, previous: null, tally: { received: 0 } });
    expect((await ask('facilitator', '/synthesis?version=nothing')).json().code).toBe('not-found');
    expect((await ask(null, '/synthesis')).json().tally.received).toBe(1);
  });

  it('O25: decisions can be read for one delegation and for one paragraph, as far as one may see them', async () => {
    const all = (await ask('facilitator', '/dispositions')).json();
    expect([all.dispositions.length, all.undecided.length]).toEqual([0, 3]);
    const [first] = all.undecided;
    await send(harness, members.facilitator.token, 'POST', `/api/documents/${id}/dispositions`, {
      on: [first],
      decision: 'noted',
      reason: 'Noted.',
    });
    const { dispositions } = (await ask('facilitator', '/dispositions')).json();
    expect(dispositions[0].entry.row.decision).toBe('noted');
    const drafter = (await ask('drafter', '')).json().me.delegation.id;
    const own = (await ask('drafter', `/dispositions?delegation=${drafter}`)).json();
    expect([own.dispositions.length, own.undecided.length]).toEqual([1, 1]);
    expect((await ask(null, '/dispositions')).json()).toMatchObject({ dispositions: [], undecided: [{}] });
    const on = (await ask('facilitator', '/dispositions?paragraph=p1')).json();
    expect(on.undecided).toMatchObject([{ noun: 'proposal' }]);
  });
});
