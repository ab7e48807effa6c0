import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../server/http/app.ts';
import { createHttpServer } from '../../../server/http/server.ts';
import { ADMIN, createHarness, type Harness } from '../harness.ts';
import { cutRawLines, rawLine } from '../ws/raw-line.ts';

/** Short times on a server that listens: Node itself watches the clock here. */
const TIMES = { headers: 100, request: 300, idle: 600, check: 20 };

describe('peers that take their time', () => {
  let harness: Harness;
  let app: App;
  let port: number;
  beforeAll(async () => {
    harness = await createHarness();
    const logger = pino({ level: 'silent' });
    app = await createHttpServer(harness.context, { logger, clientFolder: null, times: TIMES });
    await app.listen({ port: 0, host: '127.0.0.1' });
    port = (app.server.address() as AddressInfo).port;
  });
  afterEach(cutRawLines);
  afterAll(async () => {
    await app.close();
    await harness.close();
  });

  const HEADERS = `POST /api/documents HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${ADMIN}\r\nContent-Type: application/json\r\n`;
  const SLOW: readonly (readonly [what: string, said: string])[] = [
    ['says nothing', ''],
    ['sends half a request line', 'GET /heal'],
    ['sends half its headers', 'GET /healthz HTTP/1.1\r\nHost: here\r\nX-Slow: '],
    [
      'sends half an upgrade',
      'GET /sync/any HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n',
    ],
    ['sends half a body', `${HEADERS}Content-Length: 100\r\n\r\n{"title": `],
    ['sends half a body in chunks', `${HEADERS}Transfer-Encoding: chunked\r\n\r\n4\r\n{"ti\r\n`],
  ];
  it.each(SLOW)('R36: whoever %s is cut', async (_what, said) => {
    const line = await rawLine(port);
    if (said !== '') line.write(said);
    expect((await line.ended).toString()).toMatch(/^(HTTP\/1\.1 408 .*)?$/s);
  });

  it('R36: dripping a body byte by byte gains no time', async () => {
    const line = await rawLine(port);
    line.write(`${HEADERS}Content-Length: 100000\r\n\r\n`);
    const drip = setInterval(() => line.write(' '), 10);
    expect((await line.ended).toString()).toMatch(/^HTTP\/1\.1 408 /);
    clearInterval(drip);
  });

  it('R36: nor does dripping headers; others are answered meanwhile', async () => {
    const line = await rawLine(port);
    line.write('GET /healthz HTTP/1.1\r\nHost: here\r\nX-Slow: ');
    const drip = setInterval(() => line.write('x'), 10);
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    expect((await line.ended).toString()).toMatch(/^HTTP\/1\.1 408 /);
    clearInterval(drip);
  });

  it('R36: headers of more than 16 KiB are refused with 431', async () => {
    const line = await rawLine(port);
    line.write(`GET /healthz HTTP/1.1\r\nHost: here\r\nX-Large: ${'x'.repeat(17_000)}\r\n\r\n`);
    expect((await line.ended).toString()).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('R36: what is no HTTP is refused with 400', async () => {
    const line = await rawLine(port);
    line.write('\x16\x03\x01\x02\x00 hello\r\n\r\n');
    expect((await line.ended).toString()).toMatch(/^HTTP\/1\.1 400 /);
  });
});
