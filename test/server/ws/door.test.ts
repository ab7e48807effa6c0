import { afterEach, describe, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { CLOSE } from '../../../shared/api/socket.ts';
import { DOC } from '../room/cast.ts';
import { decodeFromServer } from '../room/test-client.ts';
import { cutRawLines, rawLine, upgradeRequest } from './raw-line.ts';
import { type Line, openLine, startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
afterEach(async () => {
  cutRawLines();
  await server.stop();
});

const HALL = '203.0.113.7';
const ELSEWHERE = '203.0.113.8';

const from = (address: string, token: string | null = null): Record<string, string> => ({
  'x-forwarded-for': address,
  ...(token === null ? {} : { authorization: `Bearer ${token}` }),
});
const enter = (address: string, token: string | null = null, door = 'sync'): Promise<Line> =>
  openLine(`${server.url.replace(/sync$/, door)}/${DOC}`, from(address, token));
const isOpen = ({ socket }: { readonly socket: WebSocket }): boolean => socket.readyState === socket.OPEN;

/** Status, headers and problem of an upgrade that is refused as an HTTP request. */
async function refusal(headers: Record<string, string | null>, path = `/sync/${DOC}`) {
  const line = await rawLine(server.port);
  line.write(upgradeRequest(path, headers));
  const [head = '', body = ''] = (await line.ended).toString().split('\r\n\r\n');
  return {
    status: Number(head.split(' ')[1]),
    retryAfter: /^retry-after: (.*)$/im.exec(head)?.[1] ?? null,
    type: /^content-type: (.*)$/im.exec(head)?.[1] ?? null,
    problem: JSON.parse(body) as { readonly code: string; readonly status: number; readonly detail: string },
  };
}

describe('sockets of one address', () => {
  it('R34: are bounded, whatever the door; a page is told why, and other addresses are not concerned', async () => {
    server = await startTestServer({ door: { socketsPerAddress: 2 } });
    const first = await enter(HALL, 'Anna.drafter');
    await enter(HALL, 'Ben.drafter', 'events');
    const third = await enter(HALL, 'Eve.drafter');
    expect((await third.closed).code).toBe(CLOSE.flooding);
    expect(third.received.map(decodeFromServer)).toMatchObject([{ payload: { reason: 'crowded' } }]);
    expect((await (await enter(HALL, 'Eve.drafter', 'events')).closed).code).toBe(CLOSE.flooding);
    expect(isOpen(await enter(ELSEWHERE, 'Eve.drafter'))).toBe(true);
    first.socket.close();
    await first.closed;
    expect(isOpen(await enter(HALL, 'Eve.drafter'))).toBe(true);
  });

  it('R34: those who read along have a share of them and leave the rest to participants', async () => {
    server = await startTestServer({ door: { socketsPerAddress: 3, strangersPerAddress: 1 } });
    expect(isOpen(await enter(HALL))).toBe(true);
    expect((await (await enter(HALL)).closed).code).toBe(CLOSE.flooding);
    expect((await (await enter(HALL, null, 'events')).closed).code).toBe(CLOSE.flooding);
    const participant = await enter(HALL, 'Olu.observer');
    expect(isOpen(participant)).toBe(true);
    expect(isOpen(await enter(ELSEWHERE))).toBe(true);
  });

  it('R34: programs on this machine, and a proxy here that names nobody, are not counted', async () => {
    server = await startTestServer({
      door: {
        socketsPerAddress: 1,
        strangersPerAddress: 0,
        upgradeRate: { perSecond: 0, burst: 0 },
        strangerRate: { perSecond: 0, burst: 0 },
      },
    });
    for (let k = 0; k < 3; k += 1) expect(isOpen(await openLine(`${server.url}/${DOC}`))).toBe(true);
  });

  it('R34: who comes too often is refused with 429 before anybody is asked who they are', async () => {
    server = await startTestServer({ door: { upgradeRate: { perSecond: 0, burst: 2 } } });
    let judged = 0;
    server.whileJudging = () => {
      judged += 1;
    };
    await enter(HALL, 'Anna.drafter');
    await enter(HALL, 'Ben.drafter');
    expect(await refusal(from(HALL, 'Eve.drafter'))).toMatchObject({
      status: 429,
      retryAfter: '2',
      type: 'application/problem+json; charset=utf-8',
      problem: { code: 'too-many-requests', status: 429 },
    });
    expect(judged).toBe(2);
    expect(isOpen(await enter(ELSEWHERE, 'Eve.drafter'))).toBe(true);
  });

  it.each([
    ['show no credentials', {}],
    ['show some that open nothing', { authorization: 'Bearer unknown' }],
  ])('R34: the rate of those who %s is lower', async (_who, shown) => {
    server = await startTestServer({ door: { strangerRate: { perSecond: 0, burst: 2 } } });
    const headers = { 'x-forwarded-for': HALL, ...shown };
    for (let k = 0; k < 2; k += 1) await openLine(`${server.url}/${DOC}`, headers);
    expect((await refusal(headers)).status).toBe(429);
    expect((await refusal(headers, `/events/${DOC}`)).status).toBe(429);
    expect(isOpen(await enter(HALL, 'Anna.drafter'))).toBe(true);
  });

  it('R34: an address of a network of 64 bits stands for all of it', async () => {
    server = await startTestServer({ door: { socketsPerAddress: 1 } });
    expect(isOpen(await enter('2001:db8:1:2::1', 'Anna.drafter'))).toBe(true);
    expect((await (await enter('2001:db8:1:2:ffff::9', 'Ben.drafter')).closed).code).toBe(CLOSE.flooding);
    expect(isOpen(await enter('2001:db8:1:3::1', 'Ben.drafter'))).toBe(true);
  });
});

describe('all sockets together', () => {
  it('R35: beyond their bound upgrades are refused with 503 before any work, until one closes', async () => {
    server = await startTestServer({ door: { sockets: 2 } });
    const first = await enter(HALL, 'Anna.drafter');
    await enter(HALL, 'Anna.drafter', 'events');
    const full = { status: 503, retryAfter: '2', problem: { code: 'unavailable' } };
    server.whileJudging = () => {
      throw new Error('nobody is judged');
    };
    expect(await refusal(from(HALL, 'Ben.drafter'))).toMatchObject(full);
    // Not even read: it would be no upgrade of ours.
    expect(await refusal({}, '/elsewhere')).toMatchObject(full);
    server.whileJudging = () => undefined;
    first.socket.close();
    await first.closed;
    expect(isOpen(await enter(HALL, 'Ben.drafter'))).toBe(true);
    expect(server.reports).toEqual([]);
  });

  const BAD: readonly (readonly [
    what: string,
    path: string,
    headers: Record<string, string | null>,
    number,
  ])[] = [
    ['no key', `/sync/${DOC}`, { 'Sec-WebSocket-Key': null }, 400],
    ['a key of another length', `/sync/${DOC}`, { 'Sec-WebSocket-Key': 'c2hvcnQ=' }, 400],
    ['two keys', `/sync/${DOC}`, { 'Sec-WebSocket-Key': `${'A'.repeat(22)}==, ${'A'.repeat(22)}==` }, 400],
    ['no version', `/sync/${DOC}`, { 'Sec-WebSocket-Version': null }, 400],
    ['another version', `/sync/${DOC}`, { 'Sec-WebSocket-Version': '7' }, 400],
    ['another protocol', `/sync/${DOC}`, { Upgrade: 'h2c' }, 400],
    ['bad subprotocols', `/sync/${DOC}`, { 'Sec-WebSocket-Protocol': 'a,,b' }, 400],
    ['another path', '/elsewhere', {}, 404],
    ['no document', '/sync/', {}, 404],
    ['a path below', `/sync/${DOC}/more`, {}, 404],
    ['a name that cannot be read', '/sync/%E0%A4%A', {}, 400],
    ['an address that cannot be read', '//', {}, 400],
  ];
  it.each(BAD)('R35: a handshake with %s is refused by its status', async (_what, path, headers, status) => {
    server = await startTestServer();
    const line = await rawLine(server.port);
    line.write(upgradeRequest(path, headers));
    expect((await line.ended).toString()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(server.reports).toEqual([]);
  });

  it('R35: a refused line is cut, although its peer never closes', async () => {
    server = await startTestServer();
    const line = await rawLine(server.port, true);
    line.write(upgradeRequest('/elsewhere'));
    await line.ended;
    expect(await server.connections()).toBe(0);
    line.socket.destroy();
  });
});

describe('stopping under load', () => {
  it('R39: those who wait for their turn are told to come again, those inside close with 1001', async () => {
    let judging: () => void = () => undefined;
    const judged = new Promise<void>((resolve) => {
      judging = resolve;
    });
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    server = await startTestServer({ door: { atOnce: 1 } });
    const inside = await enter(HALL, 'Anna.drafter');
    server.whileJudging = () => {
      judging();
      return held;
    };
    const [first, second] = [await rawLine(server.port), await rawLine(server.port)];
    first.write(upgradeRequest(`/sync/${DOC}`, from(HALL, 'Ben.drafter')));
    await judged;
    second.write(upgradeRequest(`/sync/${DOC}`, from(HALL, 'Eve.drafter')));
    await server.waits(3);
    const stopping = server.stop();
    expect((await second.ended).toString()).toMatch(/^HTTP\/1\.1 503 .*retry-after: 2/s);
    expect((await inside.closed).code).toBe(CLOSE.goingAway);
    go();
    first.socket.destroy();
    await stopping;
    server = await startTestServer();
  });

  it('R38: more than may wait are told to come again', async () => {
    server = await startTestServer({ door: { waiting: 0 } });
    expect(await refusal(from(HALL, 'Anna.drafter'))).toMatchObject({ status: 503, retryAfter: '2' });
  });
});
