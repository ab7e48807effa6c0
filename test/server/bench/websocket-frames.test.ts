import { describe, expect, it } from 'vitest';
import { clientFrame, createFrameReader, OPCODE } from '../../bench/rooms/core/websocket-frames.ts';
import { createRandom } from '../../sim/random.ts';

/** A frame as servers send it: final and unmasked. */
function serverFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  header[0] = 0x80 | opcode;
  if (header.length === 2) header[1] = length;
  else if (header.length === 4) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([header, payload]);
}

const LENGTHS = [0, 1, 125, 126, 300, 65_535, 65_536, 70_000];

describe('the frame reader of the bench', () => {
  it.each([1, 2, 3, 7, 64, 1000, 1_000_000])('reads frames that arrive in pieces of %i bytes', (piece) => {
    const random = createRandom(piece);
    const sent = LENGTHS.map((length) => Buffer.from(Array.from({ length }, () => random.below(256))));
    const stream = Buffer.concat(sent.map((payload) => serverFrame(OPCODE.binary, payload)));
    const got: string[] = [];
    const reader = createFrameReader((opcode, bytes, start, end) => {
      expect(opcode).toBe(OPCODE.binary);
      got.push(bytes.toString('hex', start, end));
    });
    // One buffer for all pieces, as lines have it: whatever is kept must be a copy.
    const shared = Buffer.alloc(piece + 3);
    for (let at = 0; at < stream.length; at += piece) {
      const used = stream.copy(shared, 3, at, Math.min(stream.length, at + piece));
      reader.push(shared, 3, 3 + used);
    }
    expect(got).toEqual(sent.map((payload) => payload.toString('hex')));
  });

  it('tells control frames between messages', () => {
    const seen: number[] = [];
    const reader = createFrameReader((opcode) => seen.push(opcode));
    const stream = Buffer.concat([
      serverFrame(OPCODE.binary, Buffer.from('a')),
      serverFrame(OPCODE.ping, Buffer.alloc(0)),
      serverFrame(OPCODE.close, Buffer.from([3, 232])),
    ]);
    reader.push(stream, 0, stream.length);
    expect(seen).toEqual([OPCODE.binary, OPCODE.ping, OPCODE.close]);
  });

  it.each([
    ['a masked frame', clientFrame(OPCODE.binary, Buffer.from('x'))],
    ['a fragment', Buffer.from([0x02, 0x01, 0x61])],
  ])('refuses %s', (_, bytes) => {
    const reader = createFrameReader(() => undefined);
    expect(() => reader.push(bytes, 0, bytes.length)).toThrow();
  });
});

it.each(LENGTHS)('a client frame of %i bytes unmasks to what was sent', (length) => {
  const payload = Buffer.alloc(length, 'abc');
  const frame = clientFrame(OPCODE.binary, payload);
  const header = length < 126 ? 6 : length < 65_536 ? 8 : 14;
  expect(frame.length).toBe(header + length);
  expect((frame[1] as number) & 0x80).toBe(0x80);
  const mask = frame.subarray(header - 4, header);
  expect(mask.readUInt32BE(0)).not.toBe(0);
  expect(frame.subarray(header).map((byte, k) => byte ^ (mask[k & 3] as number))).toEqual(payload);
});
