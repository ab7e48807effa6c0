import { afterEach, describe, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { systemTimers } from '../../../server/room/timers.ts';
import { CLOSE } from '../../../shared/api/socket.ts';
import { DOC } from '../room/cast.ts';
import { createTestTimers } from '../room/test-timers.ts';
import {
  clientFrame,
  closeCode,
  closeCodeIn,
  cutRawLines,
  isRead,
  OPCODE,
  type RawLine,
  rawLine,
  rawSocket,
  upgradeRequest,
} from './raw-line.ts';
import { openLine, startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
afterEach(async () => {
  cutRawLines();
  await server.stop();
});

const PATH = `/sync/${DOC}`;
const WRITER = { authorization: 'Bearer Anna.drafter' };
const READER = { authorization: 'Bearer Olu.observer' };
const enter = (headers: Record<string, string>, path = PATH): Promise<RawLine> =>
  rawSocket(server.port, path, headers);

describe('the first words', () => {
  it('R32: come in one write with the answer to the upgrade', async () => {
    server = await startTestServer();
    await enter(READER);
    const line = await rawLine(server.port);
    const first = new Promise<Buffer>((resolve) => line.socket.once('data', resolve));
    line.write(upgradeRequest(PATH, READER));
    const said = String(await first);
    expect(said).toMatch(/^HTTP\/1\.1 101 /);
    expect(said).toContain('"canWrite":false');
  });
});

describe('frames that no client of ours sends', () => {
  const DOORS = [PATH, `/events/${DOC}`];
  const BROKEN: readonly (readonly [what: string, frames: Buffer, code: number])[] = [
    ['garbage right behind the handshake', Buffer.from('GET / HTTP/1.1\r\n\r\n'), 1002],
    ['an unmasked frame', clientFrame(OPCODE.binary, Buffer.from([0]), { masked: false }), 1002],
    ['a compressed frame', clientFrame(OPCODE.binary, Buffer.from([0]), { reserved: 0x40 }), 1002],
    ['an unknown opcode', clientFrame(3), 1002],
    ['a continuation of nothing', clientFrame(OPCODE.continuation), 1002],
    [
      'a message inside another',
      Buffer.concat([
        clientFrame(OPCODE.binary, Buffer.from([0]), { final: false }),
        clientFrame(OPCODE.binary, Buffer.from([0])),
      ]),
      1002,
    ],
    ['a ping in parts', clientFrame(OPCODE.ping, Buffer.from('x'), { final: false }), 1002],
    ['a ping of 126 bytes', clientFrame(OPCODE.ping, Buffer.alloc(126)), 1002],
    ['a close code that may not be sent', clientFrame(OPCODE.close, Buffer.from([0x03, 0xee])), 1002],
    ['text that is no UTF-8', clientFrame(OPCODE.text, Buffer.from([0xff])), 1007],
  ];
  it.each(BROKEN.flatMap(([what, frames, code]) => DOORS.map((door) => ({ what, frames, code, door }))))(
    'R37: $what at $door closes with $code and concerns nobody else',
    async ({ frames, code, door }) => {
      server = await startTestServer();
      const other = await enter(WRITER);
      const line = await enter(READER, door);
      line.write(frames);
      expect(await closeCode(line)).toBe(code);
      await isRead(other, 'are you there');
      expect(server.reports).toEqual([]);
    },
  );

  it('R37: a message may come in parts, with pings between them', async () => {
    server = await startTestServer();
    const line = await enter(WRITER);
    // A sync step 1 with an empty state vector: 0 0 1 0.
    line.write(clientFrame(OPCODE.binary, Buffer.from([0, 0]), { final: false }));
    await isRead(line, 'are you there');
    line.write(clientFrame(OPCODE.continuation, Buffer.alloc(0), { final: false }));
    const before = line.received().length;
    line.write(clientFrame(OPCODE.continuation, Buffer.from([1, 0])));
    await line.until((received) => received.length > before);
    expect(closeCodeIn(line.received())).toBeNull();
  });

  it('R37: a message in too many parts closes with 1008, empty ones too', async () => {
    server = await startTestServer({ door: { fragments: 8 } });
    const line = await enter(WRITER);
    line.write(clientFrame(OPCODE.binary, Buffer.alloc(0), { final: false }));
    const part = clientFrame(OPCODE.continuation, Buffer.alloc(0), { final: false });
    line.write(Buffer.concat(Array.from({ length: 8 }, () => part)));
    expect(await closeCode(line)).toBe(1008);
  });

  it('R37: readers may send smaller frames than writers', async () => {
    server = await startTestServer({ door: { readerFrameBytes: 100, writerFrameBytes: 1_000 } });
    const [writer, reader] = [await openLine(`${server.url}/${DOC}`, WRITER), await enter(READER)];
    writer.socket.send(Buffer.alloc(101));
    expect((await writer.closed).code).toBe(CLOSE.garbage);
    reader.write(clientFrame(OPCODE.binary, Buffer.alloc(101)));
    expect(await closeCode(reader)).toBe(CLOSE.oversized);
  });

  it.each(['ping', 'pong'] as const)('R37: a flood of %s frames closes with 4429', async (kind) => {
    server = await startTestServer({ door: { controlRate: { perSecond: 0, burst: 10 } } });
    const line = await enter(WRITER);
    const frame = clientFrame(OPCODE[kind], Buffer.from('x'));
    line.write(Buffer.concat(Array.from({ length: 1_000 }, () => frame)));
    expect(await closeCode(line)).toBe(CLOSE.flooding);
    const pongs = line.received().toString('latin1').split('\x8a\x01x').length - 1;
    expect(pongs).toBe(kind === 'ping' ? 11 : 0);
  });
});

describe('peers that are gone', () => {
  const EVERY = 30_000;
  const PART = EVERY / 30;
  /** The door runs on Node's own turns; only the heartbeat waits for the clock that a test turns. */
  const start = async (door: object = {}) => {
    const clock = createTestTimers();
    server = await startTestServer({
      timers: { ...clock, soon: systemTimers.soon },
      door: { pingEvery: EVERY, ...door },
    });
    return clock;
  };

  it('R36: a peer that answers no ping is cut after one to two intervals; one that does, stays', async () => {
    const clock = await start();
    const [silent, lively] = [await enter(READER), await openLine(`${server.url}/${DOC}`, WRITER)];
    const pinged = new Promise((resolve) => lively.socket.once('ping', resolve));
    await clock.advance(EVERY);
    await pinged;
    await new Promise((resolve) => {
      lively.socket.once('pong', resolve);
      lively.socket.ping();
    });
    expect(silent.socket.destroyed).toBe(false);
    await clock.advance(EVERY);
    // Cut without a closing frame, for nobody is there to answer it.
    expect(closeCodeIn(await silent.ended)).toBeNull();
    await new Promise((resolve) => {
      lively.socket.once('pong', resolve);
      lively.socket.ping();
    });
    lively.socket.terminate();
  });

  it('R36: an answer that does not repeat the ping comes from somebody who does not read', async () => {
    const clock = await start();
    const line = await enter(READER);
    await clock.advance(EVERY);
    line.write(clientFrame(OPCODE.pong));
    line.write(clientFrame(OPCODE.pong, Buffer.from([0, 0, 0, 0])));
    await isRead(line, 'are you there');
    await clock.advance(EVERY);
    await line.ended;
  });

  it('R36: a message that is not whole after some intervals cuts its sender, pings answered or not', async () => {
    const clock = await start({ messageBeats: 2 });
    const line = await enter(WRITER);
    line.write(clientFrame(OPCODE.binary, Buffer.from([0]), { final: false }));
    await isRead(line, 'begun');
    for (let beat = 0; beat < 2; beat += 1) {
      const before = line.received().length;
      await clock.advance(EVERY);
      // An unmasked ping of four bytes: its payload is the answer.
      const received = await line.until((all) => all.subarray(before).includes(Buffer.from([0x89, 4])));
      const at = received.indexOf(Buffer.from([0x89, 4]), before);
      line.write(clientFrame(OPCODE.pong, received.subarray(at + 2, at + 6)));
      await isRead(line, `mark ${beat}`);
    }
    await clock.advance(EVERY);
    expect(closeCodeIn(await line.ended)).toBeNull();
  });

  it('R36: whoever is told to go and does not answer is cut soon', async () => {
    server = await startTestServer({ door: { closingTime: 30 } });
    const line = await enter({ authorization: 'Bearer unknown' });
    expect(await closeCode(line)).toBe(CLOSE.notSignedIn);
    await line.ended;
    expect(await server.connections()).toBe(0);
  });

  it('R36: pings are spread over the interval', async () => {
    const clock = await start();
    let pinged = 0;
    const sockets: WebSocket[] = [];
    for (let k = 0; k < 60; k += 1) {
      const { socket } = await openLine(`${server.url}/events/${DOC}`.replace('/sync', ''), READER);
      sockets.push(socket);
    }
    for (let part = 1; part <= 30; part += 1) {
      const two = new Promise<void>((resolve) => {
        for (const socket of sockets)
          socket.removeAllListeners('ping').on('ping', () => {
            pinged += 1;
            if (pinged === 2 * part) resolve();
          });
      });
      await clock.advance(PART);
      await two;
      expect(pinged).toBe(2 * part);
    }
    for (const socket of sockets) socket.terminate();
  });
});
