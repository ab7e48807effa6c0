import { randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CLOSE } from '../../../shared/api/socket.ts';
import { DOC } from '../room/cast.ts';
import { openLine, startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
afterEach(() => server.stop());

const codeOf = async (path: string, headers: Record<string, string> = {}): Promise<number> => {
  const line = await openLine(`${server.url}${path}`, headers);
  return (await line.closed).code;
};

/** Status line of an upgrade that is refused before it becomes a socket. */
const statusOf = (headers: string, path = `/sync/${DOC}`): Promise<string> =>
  new Promise((resolve, reject) => {
    const line = createConnection(server.port, '127.0.0.1');
    line.on('error', reject);
    line.on('data', (data) => {
      line.destroy();
      resolve(data.toString().split('\r\n')[0] ?? '');
    });
    line.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${headers}\r\n`,
    );
  });

describe('entering by socket', { timeout: 30_000 }, () => {
  it('R20: each refusal has its close code', async () => {
    server = await startTestServer();
    server.audience = 'participants';
    expect(await codeOf(`/${DOC}`)).toBe(CLOSE.notSignedIn);
    expect(await codeOf(`/${DOC}`, { authorization: 'Bearer unknown' })).toBe(CLOSE.notSignedIn);
    expect(await codeOf('/nowhere', { authorization: 'Bearer Anna.drafter' })).toBe(CLOSE.noDocument);
    expect(await codeOf(`/${DOC}?schema=99`, { authorization: 'Bearer Anna.drafter' })).toBe(
      CLOSE.otherSchema,
    );
    server.audience = 'team';
    expect(await codeOf(`/${DOC}`, { authorization: 'Bearer Olu.observer' })).toBe(CLOSE.notPermitted);
  });

  it('R20: the session cookie serves as well as a token', async () => {
    server = await startTestServer();
    server.audience = 'participants';
    const line = await openLine(`${server.url}/${DOC}?schema=1`, {
      cookie: 'other=1; sb_session=Anna.drafter',
      origin: `http://127.0.0.1:${server.port}`,
    });
    expect(line.socket.readyState).toBe(line.socket.OPEN);
    line.socket.close();
    await line.closed;
  });

  it('R20: a page of another origin cannot open a socket with its visitor’s cookie', async () => {
    server = await startTestServer({ publicOrigin: 'https://board.example/' });
    expect(await statusOf('Origin: https://evil.example\r\nCookie: sb_session=Anna.drafter\r\n')).toContain(
      '403',
    );
    expect(await statusOf('Origin: null\r\nCookie: sb_session=Anna.drafter\r\n')).toContain('403');
    expect(await statusOf('Origin: https://board.example\r\n')).toContain('101');
    expect(await statusOf(`Origin: http://127.0.0.1:${server.port}\r\n`)).toContain('101');
  });

  it('other paths, and names that cannot be read, are no sockets', async () => {
    server = await startTestServer();
    expect(await statusOf('', '/elsewhere')).toContain('404');
    expect(await statusOf('', '/sync/%E0%A4%A')).toContain('400');
  });
});

describe('bad frames on the wire', { timeout: 30_000 }, () => {
  const enter = () => openLine(`${server.url}/${DOC}`, { authorization: 'Bearer Eve.drafter' });

  it('R17: an oversized frame is 1009', async () => {
    server = await startTestServer({ door: { writerFrameBytes: 10_000 } });
    const line = await enter();
    line.socket.send(Buffer.alloc(10_001));
    expect((await line.closed).code).toBe(CLOSE.oversized);
  });

  it.each([
    ['text instead of bytes', 'hello'],
    ['an empty frame', Buffer.alloc(0)],
    ['random bytes', Buffer.from([255, 254, 253])],
  ])('R16: %s is 1003', async (_name, data) => {
    server = await startTestServer();
    const line = await enter();
    line.socket.send(data);
    expect((await line.closed).code).toBe(CLOSE.garbage);
    expect(server.reports).toEqual([]);
  });

  it('stopping closes lines with 1001', async () => {
    server = await startTestServer();
    const line = await enter();
    const stopping = server.stop();
    expect((await line.closed).code).toBe(CLOSE.goingAway);
    await stopping;
    server = await startTestServer();
  });
});
