import { afterEach, describe, expect, it } from 'vitest';
import { systemTimers } from '../../../server/room/timers.ts';
import { CLOSE, MESSAGE } from '../../../shared/api/socket.ts';
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
  rawSocket,
} from './raw-line.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
afterEach(async () => {
  cutRawLines();
  await server.stop();
});

const KB = 1024;
const HALL = '203.0.113.7';
const ELSEWHERE = '203.0.113.8';

const enter = (address: string, token: string | null = null): Promise<RawLine> =>
  rawSocket(server.port, `/sync/${DOC}`, {
    'x-forwarded-for': address,
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  });

let marks = 0;
/** As `isRead`, under a mark of its own each time. */
const allRead = (line: RawLine): Promise<void> => {
  marks += 1;
  return isRead(line, `read ${marks}`);
};

/** Begins a message of which so much comes and no more. */
async function begin(line: RawLine, bytes: number): Promise<void> {
  line.write(clientFrame(OPCODE.binary, Buffer.alloc(bytes), { final: false }));
  await allRead(line);
}

const isOpen = async (line: RawLine): Promise<boolean> => {
  await allRead(line);
  return closeCodeIn(line.received()) === null;
};

describe('messages that are not whole', () => {
  it('R71: of one address have a bound together; whoever held most for longest is sent away, others stay', async () => {
    const clock = createTestTimers();
    server = await startTestServer({
      timers: { ...clock, soon: systemTimers.soon },
      door: { unfinishedOfAddress: 110 * KB },
    });
    const [oldest, later, last] = [
      await enter(HALL, 'Anna.drafter'),
      await enter(HALL, 'Ben.drafter'),
      await enter(HALL, 'Eve.drafter'),
    ];
    const elsewhere = await enter(ELSEWHERE, 'Olu.observer');
    await begin(elsewhere, 50 * KB);
    await begin(oldest, 40 * KB);
    await clock.advance(5_000);
    await begin(later, 40 * KB);
    await clock.advance(5_000);
    last.write(clientFrame(OPCODE.binary, Buffer.alloc(40 * KB), { final: false }));
    expect(await closeCode(oldest)).toBe(CLOSE.tryAgain);
    expect(await Promise.all([later, last, elsewhere].map(isOpen))).toEqual([true, true, true]);
  });

  it('R71: of all sockets have a bound as well, and strangers go before participants', async () => {
    server = await startTestServer({ door: { unfinishedBytes: 100 * KB } });
    const participant = await enter(HALL, 'Anna.drafter');
    const stranger = await enter(ELSEWHERE);
    await begin(participant, 50 * KB);
    await begin(stranger, 45 * KB);
    participant.write(clientFrame(OPCODE.continuation, Buffer.alloc(20 * KB), { final: false }));
    expect(await closeCode(stranger)).toBe(CLOSE.tryAgain);
    expect(await isOpen(participant)).toBe(true);
  });

  it('R71: what is whole, or whose socket closed, counts no more', async () => {
    server = await startTestServer({ door: { unfinishedBytes: 100 * KB } });
    const line = await enter(HALL, 'Anna.drafter');
    for (let k = 0; k < 5; k += 1) {
      const other = await enter(HALL, 'Ben.drafter');
      await begin(other, 60 * KB);
      other.socket.destroy();
      await other.ended;
      await allRead(line);
    }
    for (let k = 0; k < 5; k += 1) {
      line.write(clientFrame(OPCODE.binary, Buffer.from([MESSAGE.queryAwareness]), { final: false }));
      await allRead(line);
      line.write(clientFrame(OPCODE.continuation));
    }
    await begin(line, 60 * KB);
    expect(await isOpen(line)).toBe(true);
  });

  it('R71: whoever is sent away and goes on sending fills nothing, and is cut', async () => {
    const clock = createTestTimers();
    server = await startTestServer({
      timers: { ...clock, soon: systemTimers.soon },
      door: { unfinishedBytes: 50 * KB },
    });
    const line = await enter(HALL);
    line.write(clientFrame(OPCODE.binary, Buffer.alloc(60 * KB), { final: false }));
    expect(await closeCode(line)).toBe(CLOSE.tryAgain);
    for (let k = 0; k < 20; k += 1)
      line.write(clientFrame(OPCODE.continuation, Buffer.alloc(60 * KB), { final: false }));
    await clock.advance(1_000);
    await line.ended;
  });
});
