import * as encoding from 'lib0/encoding';
import type { Random } from '../sim/random.ts';

/** Numbers at the edges of what varuints, clocks and lengths can be. */
const EXTREME = [
  ...[0, 1, 127, 128, 2 ** 14, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 35],
  ...[2 ** 52, Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER],
];

const varUint = (number: number): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
};

const spliced = (bytes: Uint8Array, at: number, removed: number, put: Iterable<number>): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + removed)]);

/** Nested as deep as asked, as JSON text or as lib0's `any` (117: an array of one). */
const deep = (random: Random): Uint8Array => {
  const depth = random.pick([2, 63, 64, 65, 1_000, 6_000, 20_000]);
  if (random.chance(0.5)) return new Uint8Array(2 * depth).map((_, k) => (k % 2 === 0 ? 117 : 1));
  const text = new TextEncoder().encode(
    random.chance(0.5)
      ? '['.repeat(depth) + ']'.repeat(depth)
      : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
  );
  return Uint8Array.from([...varUint(text.length), ...text]);
};

/** One change: bits, bytes, a cut, a piece of another frame, a number too large, a length that points outside. */
function change(random: Random, bytes: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  const at = random.below(bytes.length + 1);
  switch (random.below(9)) {
    case 0: {
      const flipped = bytes.slice();
      if (at < bytes.length) flipped[at] = (flipped[at] as number) ^ (1 << random.below(8));
      return flipped;
    }
    case 1:
      return bytes.slice(0, at);
    case 2:
      return spliced(bytes, at, 0, varUint(random.pick(EXTREME)));
    case 3:
      return spliced(bytes, at, 1, varUint(random.pick(EXTREME)));
    case 4: {
      const other = random.pick(others);
      const from = random.below(other.length + 1);
      return spliced(bytes, at, random.below(8), other.subarray(from, from + random.below(40)));
    }
    case 5:
      // A varuint that never ends.
      return spliced(bytes, at, 0, new Uint8Array(1 + random.below(20)).fill(0xff));
    case 6:
      return spliced(bytes, at, random.below(4), []);
    case 7:
      return spliced(bytes, at, 0, bytes.subarray(at, at + random.below(30)));
    default:
      return spliced(bytes, at, random.chance(0.5) ? 1 : 0, deep(random));
  }
}

/** A sound frame with one to three changes. */
export function mutateFrame(random: Random, frame: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  let bytes = frame;
  for (let changes = 1 + random.below(3); changes > 0; changes -= 1) bytes = change(random, bytes, others);
  return bytes;
}
