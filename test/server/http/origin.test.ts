import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isForeignOrigin } from '../../../server/http/origin.ts';
import { ADMIN, createHarness, type Harness, send } from '../harness.ts';

describe('isForeignOrigin', () => {
  const CASES: readonly (readonly [
    origin: string | undefined,
    host: string,
    publicUrl: string | null,
    foreign: boolean,
  ])[] = [
    [undefined, 'localhost:8080', null, false],
    ['http://localhost:8080', 'localhost:8080', null, false],
    ['https://text.example.org', 'text.example.org', null, false],
    ['http://localhost:9999', 'localhost:8080', null, true],
    ['https://evil.example', 'localhost:8080', null, true],
    ['null', 'localhost:8080', null, true],
    ['https://text.example.org', 'internal:8080', 'https://text.example.org', false],
    ['http://text.example.org', 'text.example.org', 'https://text.example.org', true],
    ['https://evil.example', 'evil.example', 'https://text.example.org', true],
    ['http://127.0.0.1:8080', '127.0.0.1:8080', 'https://text.example.org', false],
    ['http://[::1]:8080', '[::1]:8080', 'https://text.example.org', false],
  ];
  it.each(CASES)('H4: origin %s at %s with PUBLIC_URL %s: foreign %s', (origin, host, publicUrl, foreign) => {
    expect(isForeignOrigin({ origin, host }, publicUrl)).toBe(foreign);
  });
});

describe('origin of requests', () => {
  let harness: Harness;
  let cookie: string;
  beforeAll(async () => {
    harness = await createHarness();
    const entered = await send(harness, null, 'POST', '/api/session', { token: ADMIN });
    cookie = String(entered.headers['set-cookie']).split(';')[0] as string;
  });
  afterAll(() => harness.close());

  const create = (headers: Record<string, string>, token: string | null = null) =>
    send(harness, token, 'POST', '/api/documents', { title: 'A' }, { host: 'localhost:80', ...headers });

  it('H4: a change with a cookie needs our own origin; reading and bearer tokens do not', async () => {
    expect((await create({ cookie, origin: 'http://localhost:80' })).statusCode).toBe(201);
    for (const headers of [
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: 'null' },
      { cookie },
    ]) {
      const answer = await create(headers as Record<string, string>);
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'foreign-origin']);
    }
    expect((await create({}, ADMIN)).statusCode).toBe(201);
    const read = await send(harness, null, 'GET', '/api/session', undefined, { cookie });
    expect(read.json().signedIn).toBe(true);
  });

  it('H4: another site cannot sign a browser in', async () => {
    const answer = await send(
      harness,
      null,
      'POST',
      '/api/session',
      { token: ADMIN },
      {
        origin: 'https://evil.example',
      },
    );
    expect(answer.json().code).toBe('foreign-origin');
  });
});
