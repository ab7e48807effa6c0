import type { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import * as ws from 'ws';
import { type Receiver, readWhole } from '../../../server/ws/read-whole.ts';
import { SEED, seeds } from '../../seeded.ts';
import { createRandom, type Random } from '../../sim/random.ts';

const SEEDS = seeds(400, 20_000);
const OPCODES = [0, 1, 2, 2, 2, 2, 2, 2, 8, 9, 10];

const bytesOf = (random: Random, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => random.below(256)));

/** A frame of a client (RFC 6455, section 5.2), mostly sound. */
function frameOf(random: Random): Buffer {
  const opcode = random.chance(0.7) ? 2 : random.pick(OPCODES);
  const length = random.pick([0, 1, 5, 30, 63, 64, 124, 125, 126, 127, 1_001, 4_099, 5_000]);
  // Now and then two bytes for a length that needs but one.
  const inTwo = length > 125 || random.chance(0.05);
  const mask = random.chance(0.1) ? Buffer.alloc(4) : bytesOf(random, 4);
  const head = Buffer.from([
    (random.chance(0.95) ? 0x80 : 0) | (random.chance(0.02) ? 0x40 : 0) | opcode,
    (random.chance(0.98) ? 0x80 : 0) | (inTwo ? 126 : length),
  ]);
  const further = Buffer.alloc(inTwo ? 2 : 0);
  if (inTwo) further.writeUInt16BE(length);
  return Buffer.concat([head, further, mask, bytesOf(random, length)]);
}

/** Pieces as a network might bring them. */
function cut(random: Random, bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = random.chance(0.5) ? 1 + random.below(60) : 1 + random.below(bytes.length);
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return pieces;
}

/** What is heard of pieces, in order, until the first fault. */
async function heard(pieces: readonly Buffer[], whole: boolean): Promise<string[]> {
  const { Receiver: Made } = ws as unknown as {
    readonly Receiver: new (options: object) => Writable & Receiver;
  };
  const receiver = new Made({ isServer: true, maxPayload: 4_500, maxFragments: 4, maxBufferedChunks: 40 });
  const lines: string[] = [];
  const take = (data: Buffer, isBinary: boolean): void => {
    lines.push(`message ${isBinary} ${data.toString('hex')}`);
  };
  receiver.on('message', take);
  receiver.on('error', (error: Error) => lines.push(`error ${error.message}`));
  receiver.on('conclude', (code: number, reason: Buffer) =>
    lines.push(`conclude ${code} ${reason.toString('hex')}`),
  );
  for (const name of ['ping', 'pong'])
    receiver.on(name, (data: Buffer) => lines.push(`${name} ${data.toString('hex')}`));
  if (whole) readWhole({ _receiver: receiver } as unknown as ws.WebSocket, (message) => take(message, true));
  for (const piece of pieces) {
    // ws takes its listeners away when a socket ends or fails.
    if (lines.some((line) => /^(error|conclude)/.test(line))) break;
    receiver.write(Buffer.from(piece));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return lines;
}

describe('whole messages', () => {
  it(`R77: are heard as ws hears them, whatever comes in whatever pieces, ${SEEDS} seeds from ${SEED}`, async () => {
    const kinds = new Map<string, number>();
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const frames = Array.from({ length: 1 + random.below(8) }, () => frameOf(random));
      const pieces = random.chance(0.5) ? frames : cut(random, Buffer.concat(frames));
      const before = await heard(pieces, false);
      expect(await heard(pieces, true), `seed ${seed}`).toEqual(before);
      for (const line of before) {
        const [kind = ''] = line.split(' ');
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
    }
    expect([...kinds.keys()].sort()).toEqual(['conclude', 'error', 'message', 'ping', 'pong']);
  });

  it('R77: that come whole do not pass the stream of ws', () => {
    const written: Buffer[] = [];
    const receiver: Receiver = {
      _state: 0,
      _bufferedBytes: 0,
      _fragmented: 0,
      _opcode: 2,
      _errored: false,
      _maxPayload: 100,
      writableLength: 0,
      write: (chunk) => written.push(chunk) > 0,
    };
    const messages: string[] = [];
    readWhole({ _receiver: receiver } as unknown as ws.WebSocket, (message) =>
      messages.push(message.toString('latin1')),
    );
    const frame = Buffer.from([0x82, 0x83, 1, 2, 3, 4, 1 ^ 97, 2 ^ 98, 3 ^ 99]);
    expect(receiver.write(Buffer.concat([frame, frame]))).toBe(true);
    expect([messages, written]).toEqual([['abc', 'abc'], []]);
  });
});
