import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createHarness, type Harness, newDocument, send } from '../harness.ts';

const PAGE = '<!doctype html><title>Sample</title>';

describe('headers and client files', () => {
  let harness: Harness;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sounding-board-client-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'assets', 'main-abc123.js'), 'export {};');
    writeFileSync(join(folder, 'assets', 'main-abc123.js.br'), 'compressed');
    mkdirSync(join(folder, 'api'));
    writeFileSync(join(folder, 'api', 'openapi.json'), '{"openapi":"built"}');
    harness = await createHarness({ clientFolder: folder });
  });
  afterAll(async () => {
    await harness.close();
    rmSync(folder, { recursive: true });
  });
  const get = (url: string, headers: Record<string, string> = {}) =>
    send(harness, null, 'GET', url, undefined, headers);

  it('H11: the policy allows our own files alone, no inline script, and no framing', async () => {
    for (const url of ['/', '/api/session', '/api/nothing', '/healthz']) {
      const { headers } = await get(url);
      const policy = String(headers['content-security-policy']);
      for (const part of ["script-src 'self';", "connect-src 'self'", "frame-ancestors 'none'"])
        expect(`${policy};`).toContain(part);
      expect(policy).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['strict-transport-security']).toBeUndefined();
    }
    const secure = await createHarness({ publicUrl: 'https://text.example.org' });
    const { headers } = await send(secure, null, 'GET', '/healthz');
    expect(headers['strict-transport-security']).toContain('max-age');
    await secure.close();
  });

  it('H12: an address that leads out of the files is not found, and no bug', async () => {
    for (const url of ['/d/one//draft', '/assets/%2e%2e/%2e%2e/secret', '/assets/..%2f..%2fsecret']) {
      const answer = await get(url);
      expect([url, [200, 404].includes(answer.statusCode)]).toEqual([url, true]);
      if (answer.statusCode === 200) expect(answer.body).toBe(PAGE);
      else expect(answer.json().code).toBe('not-found');
    }
    expect(harness.logged.join()).not.toContain('unexpected error');
  });

  it('H1: the description that the build made is sent as a file', async () => {
    const answer = await get('/api/openapi.json');
    expect(answer.json()).toEqual({ openapi: 'built' });
    expect(answer.headers['content-type']).toContain('application/json');
  });

  it('H12: page addresses answer index.html afresh; hashed files are kept for ever, compressed ones sent so', async () => {
    for (const url of ['/', '/documents/abc/draft', '/enter']) {
      const page = await get(url);
      expect([page.statusCode, page.body, page.headers['cache-control']]).toEqual([200, PAGE, 'no-cache']);
    }
    const plain = await get('/assets/main-abc123.js');
    expect(plain.headers['cache-control']).toContain('immutable');
    expect(plain.body).toBe('export {};');
    const small = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip, br' });
    expect([small.body, small.headers['content-encoding']]).toEqual(['compressed', 'br']);
  });

  it('H12: what is no page gets a problem, not index.html', async () => {
    for (const url of ['/assets/gone.js', '/api/nothing', '/api', '/sync/x', '/favicon.ico']) {
      const answer = await get(url);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found']);
    }
    expect((await send(harness, null, 'POST', '/documents', {})).statusCode).toBe(404);
    expect((await get('/../../etc/passwd')).body).not.toContain('root:');
  });

  it('H13: long answers to reading are compressed, answers to changes are not', async () => {
    const id = await newDocument(harness, { title: 'A long title '.repeat(30).trim() });
    for (let n = 0; n < 6; n += 1)
      await newDocument(harness, { title: `A long title ${n} `.repeat(20).trim() });
    const list = (encoding: string) =>
      harness.app.inject({
        method: 'GET',
        url: '/api/documents',
        headers: { authorization: `Bearer ${ADMIN}`, 'accept-encoding': encoding },
      });
    const plain = await list('identity');
    const br = await list('gzip, deflate, br');
    const gzip = await list('gzip');
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body);
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
    expect(br.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    expect(br.headers.vary).toContain('Accept-Encoding');
    const changed = await send(
      harness,
      ADMIN,
      'PATCH',
      `/api/documents/${id}`,
      { register: 'public' },
      {
        'accept-encoding': 'br',
      },
    );
    expect(changed.headers['content-encoding']).toBeUndefined();
  });

  it('H9: answers of the API are not kept by browsers', async () => {
    expect((await get('/api/session')).headers['cache-control']).toBe('no-store');
  });
});
