import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JSON_BODY_BYTES } from '../../../shared/api/limits.ts';
import {
  ADMIN,
  createHarness,
  type Harness,
  invitationFor,
  newDocument,
  newMember,
  send,
} from '../harness.ts';

describe('requests', () => {
  let harness: Harness;
  let id: string;
  beforeAll(async () => {
    harness = await createHarness();
    id = await newDocument(harness);
  });
  afterAll(() => harness.close());

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(harness, ADMIN, 'POST', path, body, headers);

  const BAD: readonly (readonly [
    what: string,
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body: unknown,
    code: string,
    field?: string,
  ])[] = [
    ['no body', 'POST', '/api/documents', undefined, 'invalid-fields', 'body'],
    ['no title', 'POST', '/api/documents', {}, 'invalid-fields', 'title'],
    ['a title of spaces', 'POST', '/api/documents', { title: '  ' }, 'invalid-fields', 'title'],
    ['a number as title', 'POST', '/api/documents', { title: 1 }, 'invalid-fields', 'title'],
    [
      'a field we do not know',
      'POST',
      '/api/documents',
      { title: 'A', owner: 'x' },
      'invalid-fields',
      'owner',
    ],
    ['an unknown audience', 'PATCH', '/api/documents/:id', { register: 'me' }, 'invalid-fields', 'register'],
    ['nothing to change', 'PATCH', '/api/documents/:id', {}, 'invalid-fields', 'body'],
    ['an unknown phase', 'POST', '/api/documents/:id/phase', { phase: 'war' }, 'invalid-fields', 'phase'],
    [
      'a window that ends nowhere',
      'POST',
      '/api/documents/:id/phase',
      { phase: 'consultation', closesAt: 'tomorrow' },
      'invalid-fields',
      'closesAt',
    ],
    [
      'a window in the past',
      'POST',
      '/api/documents/:id/phase',
      { phase: 'consultation', closesAt: '2020-01-01T00:00:00.000Z' },
      'invalid-fields',
      'closesAt',
    ],
    [
      'an end of what does not end',
      'POST',
      '/api/documents/:id/phase',
      { phase: 'drafting', closesAt: '2030-01-01T00:00:00.000Z' },
      'invalid-fields',
      'closesAt',
    ],
    ['the phase it is in', 'POST', '/api/documents/:id/phase', { phase: 'preparation' }, 'phase-conflict'],
    [
      'a delegate who is no government',
      'POST',
      '/api/documents/:id/invitations',
      { ...invitationFor('stakeholder'), role: 'delegate' },
      'invalid-fields',
      'role',
    ],
    [
      'a drafter who speaks for nobody',
      'POST',
      '/api/documents/:id/invitations',
      { ...invitationFor('facilitator'), role: 'drafter' },
      'invalid-fields',
      'delegation.constituency',
    ],
    [
      'a region of a company',
      'POST',
      '/api/documents/:id/invitations',
      { name: 'A', role: 'stakeholder', delegation: { name: 'B', constituency: 'academia', region: 'weog' } },
      'invalid-fields',
      'delegation.region',
    ],
    [
      'an empty text',
      'POST',
      '/api/documents/:id/versions',
      { stage: 'zero', name: 'Z' },
      'nothing-to-publish',
    ],
    [
      'an unknown stage',
      'POST',
      '/api/documents/:id/versions',
      { stage: 'one', name: 'Z' },
      'invalid-fields',
      'stage',
    ],
    ['a version that is not there', 'GET', '/api/documents/:id/versions/none', undefined, 'not-found'],
    [
      'a comparison with nothing',
      'GET',
      '/api/documents/:id/comparison',
      undefined,
      'invalid-fields',
      'from',
    ],
    [
      'a page of audit that is none',
      'GET',
      '/api/documents/:id/audit?limit=0',
      undefined,
      'invalid-fields',
      'limit',
    ],
    ['an unknown format', 'GET', '/api/documents/:id/export/working.exe', undefined, 'not-found'],
    ['a document that is not there', 'GET', '/api/documents/none', undefined, 'not-found'],
    ['an address that is not there', 'GET', '/api/nothing', undefined, 'not-found'],
    ['an import without a file', 'POST', '/api/documents/:id/import?as=working', {}, 'bad-request'],
    ['an import as nothing', 'POST', '/api/documents/:id/import', {}, 'invalid-fields', 'as'],
  ];

  for (const [what, method, path, body, code, field] of BAD)
    it(`H2: ${what} gets a problem with a code`, async () => {
      const answer = await send(harness, ADMIN, method, path.replace(':id', id), body);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      const problem = answer.json();
      expect(problem).toMatchObject({
        code,
        status: answer.statusCode,
        type: `urn:sounding-board:problem:${code}`,
      });
      expect(problem.detail).not.toBe('');
      if (field !== undefined)
        expect(problem.fields.map((wrong: { field: string }) => wrong.field)).toContain(field);
    });

  it('H2: JSON that is none, another content type and an oversized body get problems', async () => {
    const raw = (payload: string, type: string) =>
      harness.app.inject({
        method: 'POST',
        url: '/api/documents',
        payload,
        headers: { authorization: `Bearer ${ADMIN}`, 'content-type': type },
      });
    const cases = [
      [await raw('{"title":', 'application/json'), 400, 'bad-request'],
      [await raw('title=A', 'application/x-www-form-urlencoded'), 400, 'bad-request'],
      [
        await raw(JSON.stringify({ title: 'x'.repeat(JSON_BODY_BYTES) }), 'application/json'),
        413,
        'too-large',
      ],
    ] as const;
    for (const [answer, status, code] of cases) {
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('H2: an empty body that calls itself JSON is no body', async () => {
    const member = await newMember(harness, id, 'observer');
    const answer = await harness.app.inject({
      method: 'DELETE',
      url: `/api/documents/${id}/members/${member.id}`,
      headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/json' },
    });
    expect(answer.statusCode).toBe(200);
  });

  it('H3: a request sent again with its key answers the same and changes nothing twice', async () => {
    const key = { 'idempotency-key': 'one-key' };
    const url = `/api/documents/${id}/invitations`;
    const first = await post(url, invitationFor('drafter', 'Sample once'), key);
    const again = await post(url, invitationFor('drafter', 'Sample once'), key);
    expect(first.statusCode).toBe(201);
    expect(again.json()).toEqual(first.json());
    const { members } = (await send(harness, ADMIN, 'GET', `/api/documents/${id}/members`)).json();
    const named = members.filter(
      (m: { participant: { name: string } }) => m.participant.name === 'Sample once',
    );
    expect(named).toHaveLength(1);
    const other = await post(url, invitationFor('drafter', 'Sample other'), key);
    expect([other.statusCode, other.json().code]).toEqual([409, 'idempotency-conflict']);
    expect((await send(harness, first.json().token, 'GET', '/api/session')).statusCode).toBe(200);
  });

  it('H3: the key of one person is not the key of another, and what failed can be sent again', async () => {
    const key = { 'idempotency-key': 'shared' };
    const facilitator = await newMember(harness, id, 'facilitator');
    const mine = await post('/api/documents', { title: 'Mine' }, key);
    const theirs = await send(harness, facilitator.token, 'POST', '/api/documents', { title: 'Theirs' }, key);
    expect([mine.statusCode, theirs.statusCode]).toEqual([201, 201]);
    const phase = `/api/documents/${id}/phase`;
    const failing = { 'idempotency-key': 'fails-first' };
    expect((await post(phase, { phase: 'preparation' }, failing)).statusCode).toBe(409);
    await post(phase, { phase: 'drafting' });
    expect((await post(phase, { phase: 'preparation' }, failing)).statusCode).toBe(200);
    const long = await post(phase, { phase: 'drafting' }, { 'idempotency-key': 'x'.repeat(200) });
    expect(long.json().code).toBe('invalid-fields');
  });

  it('H3: an answer kept for a retry reveals no token to whoever reads the store', async () => {
    const key = 'a key that the client keeps';
    const { token } = (
      await post(`/api/documents/${id}/invitations`, invitationFor('observer'), { 'idempotency-key': key })
    ).json();
    const owner = (await send(harness, ADMIN, 'GET', `/api/documents/${id}`)).json().me.participant.id;
    const hash = harness.context.secrets.hash(JSON.stringify([owner, key]));
    const kept = await harness.store.rows.idempotency.find(hash);
    expect(Buffer.from(kept?.sealedAnswer ?? []).toString('latin1')).not.toContain(token);
    expect(harness.context.secrets.unseal('another key', kept?.sealedAnswer as Uint8Array)).toBeNull();
    expect(harness.context.secrets.unseal(key, kept?.sealedAnswer as Uint8Array)).toContain(token);
  });

  it('H9: no token and no text stands in the log', async () => {
    const { token } = await newMember(harness, id, 'drafter', 'Sample secret name');
    await send(harness, token, 'POST', '/api/session', { token });
    await send(harness, token, 'PATCH', `/api/documents/${id}`, { title: 'Secret title' });
    const log = harness.logged.join('\n');
    expect(log).toContain('/api/documents/:id');
    for (const secret of [token, ADMIN, 'Secret title', 'Sample secret name'])
      expect(log).not.toContain(secret);
  });

  it('H9: every answer has a request id, and a bug is answered without its inside', async () => {
    const answer = await send(harness, null, 'GET', '/healthz');
    expect(answer.json()).toEqual({ ready: true, writable: true });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
    const broken = await createHarness();
    const { find } = broken.store.rows.documents;
    Object.assign(broken.store.rows.documents, { find: () => Promise.reject(new Error('inside')) });
    const failed = await send(broken, ADMIN, 'GET', '/api/documents/x');
    Object.assign(broken.store.rows.documents, { find });
    expect([failed.statusCode, failed.json().code]).toEqual([500, 'internal']);
    expect(failed.body).not.toContain('inside');
    expect(broken.logged.join()).toContain('inside');
    await broken.close();
  });

  it('H10: too many requests of one person are refused for a while', async () => {
    const busy = await createHarness();
    const statuses = new Set<number>();
    for (let n = 0; n < 1_201; n += 1)
      statuses.add((await send(busy, ADMIN, 'GET', '/api/session')).statusCode);
    expect([...statuses]).toEqual([200, 429]);
    const refused = await send(busy, ADMIN, 'GET', '/api/session');
    expect(refused.json().code).toBe('too-many-requests');
    expect(refused.headers['retry-after']).toBeDefined();
    expect((await send(busy, null, 'GET', '/api/session')).statusCode).toBe(200);
    await busy.close();
  });
});

describe('many requests', () => {
  it('R34: an account has a rate of its own; those who read along behind one address share a larger one', async () => {
    const harness = await createHarness();
    const ask = (token: string | null) => send(harness, token, 'GET', '/api/session');
    for (let k = 0; k < 1_200; k += 1) await ask(ADMIN);
    const refused = await ask(ADMIN);
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: 'too-many-requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    for (let k = 0; k < 1_201; k += 1) await ask(null);
    expect((await ask(null)).statusCode).toBe(200);
    await harness.close();
  });
});
