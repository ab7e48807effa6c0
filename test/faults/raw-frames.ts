import { OPCODE } from '../server/ws/raw-line.ts';
import type { Random } from '../sim/random.ts';

/** Close codes at the edges of what may be sent (RFC 6455, section 7.4); those that may come back as an echo. */
const CODES = [0, 999, 1000, 1001, 1004, 1005, 1006, 1015, 1016, 2999, 3000, 4403, 4999, 5000, 65_535];

/** Opcodes that mean nothing (RFC 6455, section 5.2). */
const RESERVED = [3, 4, 5, 6, 7, 11, 12, 13, 14, 15];

interface Header {
  readonly opcode: number;
  readonly final?: boolean;
  readonly masked?: boolean;
  /** RSV1 to RSV3 in their places. */
  readonly reserved?: number;
  /** What the header says; the payload's own unless given. */
  readonly length?: number | bigint;
  /** In how many bytes the length is written; the fewest unless given. */
  readonly width?: 1 | 3 | 9;
}

/** A frame as a client sends it (RFC 6455, section 5.2), masked with a key of its own, or with lies in its header. */
export function rawFrame(random: Random, payload: Uint8Array, header: Header): Buffer {
  const { opcode, final = true, masked = true, reserved = 0, length = payload.length } = header;
  const width = header.width ?? (length < 126 ? 1 : length < 65_536 ? 3 : 9);
  const head = Buffer.alloc(1 + width);
  head[0] = (final ? 0x80 : 0) | reserved | opcode;
  head[1] = (masked ? 0x80 : 0) | (width === 1 ? Number(length) & 127 : width === 3 ? 126 : 127);
  if (width === 3) head.writeUInt16BE(Number(length) & 0xffff, 2);
  if (width === 9) head.writeBigUInt64BE(BigInt.asUintN(64, BigInt(length)), 2);
  if (!masked) return Buffer.concat([head, payload]);
  const mask = Buffer.from([0, 0, 0, 0].map(() => random.below(256)));
  return Buffer.concat([head, mask, payload.map((byte, k) => byte ^ (mask[k % 4] as number))]);
}

/** A message in two to five fragments, as it may be sent. */
export function inFragments(random: Random, payload: Uint8Array, between: () => readonly Buffer[]): Buffer[] {
  const parts = 2 + random.below(4);
  const cuts = Array.from({ length: parts - 1 }, () => random.below(payload.length + 1)).sort(
    (a, b) => a - b,
  );
  return [0, ...cuts].flatMap((from, k) => [
    ...(k > 0 ? between() : []),
    rawFrame(random, payload.subarray(from, cuts[k] ?? payload.length), {
      opcode: k === 0 ? OPCODE.binary : OPCODE.continuation,
      final: k === parts - 1,
    }),
  ]);
}

export const noise = (random: Random, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => random.below(256));

const closing = (random: Random): Uint8Array => {
  const code = random.pick(CODES);
  const reason = random.chance(0.3) ? noise(random, random.below(130)) : new Uint8Array(0);
  return random.chance(0.2)
    ? noise(random, random.below(2))
    : Uint8Array.from([code >> 8, code & 255, ...reason]);
};

/** Frames that no client sends, around a payload that one might. */
const NONSENSE: readonly ((random: Random, payload: Uint8Array) => Buffer)[] = [
  (random, payload) => {
    const lies = [payload.length + 1 + random.below(5), Math.max(0, payload.length - 1), 65_535, 2 ** 31];
    return rawFrame(random, payload, { opcode: OPCODE.binary, length: random.pick(lies) });
  },
  (random, payload) =>
    rawFrame(random, payload, {
      opcode: OPCODE.binary,
      length: random.pick([2n ** 53n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 32n]),
      width: 9,
    }),
  // As many bytes as it says, written longer than need be.
  (random, payload) => rawFrame(random, payload, { opcode: OPCODE.binary, width: random.pick([3, 9]) }),
  (random, payload) =>
    rawFrame(random, payload, { opcode: OPCODE.binary, reserved: 0x10 << random.below(3) }),
  (random, payload) => rawFrame(random, payload, { opcode: random.pick(RESERVED) }),
  (random, payload) => rawFrame(random, payload, { opcode: OPCODE.binary, masked: false }),
  (random, payload) => rawFrame(random, payload, { opcode: OPCODE.continuation, final: random.chance(0.5) }),
  (random, payload) => rawFrame(random, payload, { opcode: OPCODE.binary, final: false }),
  (random, payload) => rawFrame(random, payload, { opcode: OPCODE.text, final: random.chance(0.7) }),
  (random) =>
    rawFrame(random, noise(random, 126 + random.below(200)), {
      opcode: random.pick([OPCODE.ping, OPCODE.pong, OPCODE.close]),
    }),
  (random) =>
    rawFrame(random, noise(random, random.below(20)), {
      opcode: random.pick([OPCODE.ping, OPCODE.pong, OPCODE.close]),
      final: false,
    }),
  (random) => rawFrame(random, closing(random), { opcode: OPCODE.close }),
  (random) => rawFrame(random, new Uint8Array(0), { opcode: OPCODE.binary }),
  (random) => rawFrame(random, noise(random, 200_000), { opcode: OPCODE.binary }),
  (random) => Buffer.from(noise(random, 1 + random.below(60))),
  (random, payload) => {
    const frame = rawFrame(random, payload, { opcode: OPCODE.binary });
    const at = random.below(frame.length);
    frame[at] = (frame[at] as number) ^ (1 << random.below(8));
    return frame;
  },
  (random, payload) => {
    const frame = rawFrame(random, payload, { opcode: OPCODE.binary });
    return frame.subarray(0, random.below(frame.length));
  },
];

export const nonsense = (random: Random, payload: Uint8Array): Buffer =>
  random.pick(NONSENSE)(random, payload);
