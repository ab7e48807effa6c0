import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { acceptInTurns } from '../../../server/ws/accept-in-turns.ts';
import { cutRawLines, type RawLine, rawLine } from './raw-line.ts';

let http: Server;
afterEach(async () => {
  cutRawLines();
  await new Promise((resolve) => http.close(resolve));
});

/** A real server on which time moves by what making a socket costs; turns come when a test lets them. */
async function stage(slice: number) {
  http = createServer((_request, response) => response.end());
  let now = 0;
  let turns: (() => void)[] = [];
  const accepting = acceptInTurns(http, slice, { now: () => now, soon: (act) => void turns.push(act) });
  let sockets = 0;
  http.on('connection', () => {
    sockets += 1;
    now += 1;
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    accepting,
    sockets: () => sockets,
    come: (count: number): Promise<RawLine[]> =>
      Promise.all(Array.from({ length: count }, () => rawLine(port))),
    turn() {
      const due = turns;
      turns = [];
      for (const act of due) act();
    },
  };
}

describe('new lines', () => {
  it('R73: become sockets a slice in each turn of the event loop, in their order, and are served', async () => {
    const { accepting, sockets, come, turn } = await stage(5);
    const lines = await come(12);
    await expect.poll(() => accepting.waiting).toBe(7);
    expect(sockets()).toBe(5);
    turn();
    expect(sockets()).toBe(10);
    turn();
    expect([sockets(), accepting.waiting]).toEqual([12, 0]);
    for (const line of lines) line.write('GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n');
    for (const line of lines) expect(String(await line.ended)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('R73: wait for nothing when few come', async () => {
    const { accepting, sockets, come, turn } = await stage(5);
    for (let k = 1; k <= 4; k += 1) {
      await come(2);
      await expect.poll(sockets).toBe(2 * k);
      expect(accepting.waiting).toBe(0);
      turn();
    }
  });

  it('R35: that wait count as connections, and who is too many is cut', async () => {
    const { accepting, sockets, come, turn } = await stage(1);
    http.maxConnections = 3;
    const lines = await come(4);
    await expect.poll(() => accepting.waiting).toBe(2);
    await Promise.race(lines.map(({ ended }) => ended));
    turn();
    turn();
    expect(sockets()).toBe(3);
  });

  it('R39: are cut when the server stops listening meanwhile', async () => {
    const { accepting, come, turn } = await stage(1);
    const lines = await come(3);
    await expect.poll(() => accepting.waiting).toBe(2);
    http.close();
    turn();
    turn();
    await Promise.all(lines.slice(1).map(({ ended }) => ended));
    expect(accepting.waiting).toBe(0);
  });
});
