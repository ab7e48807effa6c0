import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askAgainAfter,
  failureIn,
  passesByItself,
  RequestFailed,
  request,
  requestOrThrow,
} from '../../../client/api/request.ts';

/** A browser resolves `/api/…` against its page; here a real server stands behind the same relative address. */
const realFetch = globalThis.fetch;
let server: Server;
let answer: (asked: IncomingMessage, body: string, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((asked, response) => {
    let body = '';
    asked.on('data', (part) => {
      body += part;
    });
    asked.on('end', () => answer(asked, body, response));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  globalThis.fetch = (path, init) => realFetch(`${origin}${path}`, init);
});

afterAll(async () => {
  globalThis.fetch = realFetch;
  await new Promise((done) => server.close(done));
});

describe('requests', () => {
  it('U13: send JSON and the idempotency key, and answer what the server answers', async () => {
    answer = (asked, body, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          path: asked.url,
          method: asked.method,
          type: asked.headers['content-type'],
          key: asked.headers['idempotency-key'],
          body: JSON.parse(body),
        }),
      );
    };
    expect(await request('POST', '/x', { body: { a: 1 }, idempotencyKey: 'k' })).toEqual({
      ok: true,
      value: { path: '/api/x', method: 'POST', type: 'application/json', key: 'k', body: { a: 1 } },
    });
  });

  it('U13: an empty answer is null', async () => {
    answer = (_asked, _body, response) => response.writeHead(204).end();
    expect(await request('DELETE', '/x')).toEqual({ ok: true, value: null });
  });

  it('U13: a problem keeps its code, its sentence and its fields', async () => {
    const fields = [{ field: 'title', problem: 'must not be empty' }];
    answer = (_asked, _body, response) =>
      response
        .writeHead(400, { 'content-type': 'application/problem+json' })
        .end(
          JSON.stringify({ code: 'invalid-fields', detail: 'Two fields are wrong.', status: 400, fields }),
        );
    expect(await request('POST', '/x')).toEqual({
      ok: false,
      error: { code: 'invalid-fields', detail: 'Two fields are wrong.', fields },
    });
  });

  it.each([
    [404, 'not-found'],
    [413, 'too-large'],
    [502, 'unavailable'],
    [418, 'bad-request'],
  ])('U13: status %d without a problem, as a proxy sends it, reads as %s', async (status, code) => {
    answer = (_asked, _body, response) => response.writeHead(status).end('<html>');
    expect(await request('GET', '/x')).toMatchObject({ ok: false, error: { code } });
  });

  it('R55: what the server asks to wait is known of the failure, within reason', async () => {
    answer = (_asked, _body, response) => response.writeHead(503, { 'retry-after': '7' }).end();
    expect(await request('GET', '/x')).toMatchObject({ error: { code: 'unavailable', waitAtLeast: 7_000 } });
    answer = (_asked, _body, response) => response.writeHead(429, { 'retry-after': '86400' }).end();
    expect(await request('GET', '/x')).toMatchObject({ error: { waitAtLeast: 120_000 } });
    answer = (_asked, _body, response) => response.writeHead(503, { 'retry-after': 'soon' }).end();
    expect(await request('GET', '/x')).not.toMatchObject({ error: { waitAtLeast: expect.anything() } });
  });

  it('R55: a full disk passes by itself and is asked seldom', () => {
    const full = { code: 'storage-full', detail: '', fields: [], waitAtLeast: 30_000 } as const;
    expect(passesByItself(full)).toBe(true);
    expect(askAgainAfter(full, 0, 0.5)).toBe(35_000);
    expect(askAgainAfter({ code: 'offline', detail: '', fields: [] }, 0, 0.5)).toBe(2_000);
    expect(passesByItself({ code: 'storage-damaged', detail: '', fields: [] })).toBe(false);
  });

  it('U13: no answer at all reads as offline', async () => {
    answer = (asked) => asked.socket.destroy();
    expect(await request('GET', '/x')).toMatchObject({ ok: false, error: { code: 'offline' } });
  });

  it('U13: a failure is thrown to queries and found again, a bug stays a bug', async () => {
    answer = (_asked, _body, response) => response.writeHead(404).end();
    const thrown: unknown = await requestOrThrow('GET', '/x').catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(RequestFailed);
    expect(failureIn(thrown).code).toBe('not-found');
    expect(() => failureIn(new TypeError('bug'))).toThrow('bug');
  });
});
