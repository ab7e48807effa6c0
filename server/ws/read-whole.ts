import { Writable } from 'node:stream';
import type { WebSocket } from 'ws';

/** What ws keeps of a socket whose frames it reads: it tells nobody, but has kept it so since version 8. */
export interface Receiver {
  readonly _state: number;
  readonly _bufferedBytes: number;
  readonly _fragmented: number;
  readonly _opcode: number;
  readonly _errored: boolean;
  readonly _maxPayload: number;
  readonly writableLength: number;
  write(chunk: Buffer): boolean;
}

/** ws's state in which a frame is expected to begin. */
const EXPECTS_FRAME = 0;
const CLOSE_FRAME = 8;

/** First byte of a message in one frame, binary and not compressed; bit of the second that says masked (RFC 6455, 5.2). */
const WHOLE_BINARY = 0x82;
const MASKED = 0x80;
/** Lengths that stand in the second byte; 126 there says that two more bytes hold the length (RFC 6455, 5.2). */
const SHORT = 125;
const IN_TWO_BYTES = 126;
/** The longest whose length stands in two bytes. */
const LONGEST = 0xffff;
const MASK_BYTES = 4;
/** Messages of fewer bytes are unmasked byte by byte. Whoever comes back brings all deletions that they know: 10 kB and more. */
const WORTH_WORDS = 64;

const writeToStream = Writable.prototype.write as (this: unknown, chunk: Buffer) => boolean;

/** Nothing waits in ws, and no message is under way. */
const isAtRest = (receiver: Receiver): boolean =>
  receiver._state === EXPECTS_FRAME &&
  receiver._bufferedBytes === 0 &&
  receiver._fragmented === 0 &&
  receiver._opcode !== CLOSE_FRAME &&
  !receiver._errored &&
  receiver.writableLength === 0;

/** Bytes of the message whose frame begins here; 0 when it is anything else, longer than `most`, or not whole. */
function lengthAt(chunk: Buffer, at: number, most: number): number {
  if (chunk[at] !== WHOLE_BINARY) return 0;
  const said = (chunk[at + 1] ?? 0) - MASKED;
  if (said < 1 || said > IN_TWO_BYTES) return 0;
  if (said <= SHORT) return said <= most && at + headerOf(said) + said <= chunk.length ? said : 0;
  if (at + headerOf(said) > chunk.length) return 0;
  const length = chunk.readUInt16BE(at + 2);
  // A length that needs no two bytes is for ws to judge.
  if (length <= SHORT || length > most) return 0;
  return at + headerOf(length) + length <= chunk.length ? length : 0;
}

/** Bytes before a message: two, two more where it is long, and the mask. */
const headerOf = (length: number): number => (length <= SHORT ? 2 : 4) + MASK_BYTES;

/** Takes the mask off bytes of the message that begins at `from`, behind its mask (RFC 6455, 5.3). */
function unmaskBytes(chunk: Buffer, from: number, first: number, end: number): void {
  for (let k = first; k < end; k += 1)
    chunk[k] = (chunk[k] as number) ^ (chunk[from - MASK_BYTES + ((k - from) & 3)] as number);
}

/** The same four bytes at a time, up to the last whole four; answers where that is. */
function unmaskWords(chunk: Buffer, from: number, first: number, end: number): number {
  const words = new Uint32Array(chunk.buffer, chunk.byteOffset + first, (end - first) >> 2);
  const turned = Uint8Array.from(
    [0, 1, 2, 3],
    (k) => chunk[from - MASK_BYTES + ((first - from + k) & 3)] as number,
  );
  const mask = new Uint32Array(turned.buffer)[0] as number;
  for (let k = 0; k < words.length; k += 1) words[k] = (words[k] as number) ^ mask;
  return first + words.length * MASK_BYTES;
}

/** The message, where its frame stands. */
function unmask(chunk: Buffer, from: number, end: number): Buffer {
  let at = from;
  if (end - from >= WORTH_WORDS) {
    const aligned = from + (-(chunk.byteOffset + from) & 3);
    unmaskBytes(chunk, from, from, aligned);
    at = unmaskWords(chunk, from, aligned, end);
  }
  unmaskBytes(chunk, from, at, end);
  return chunk.subarray(from, end);
}

/**
 * R77: hands messages that arrive whole, as nearly all do, to `take` without the stream in which ws takes frames apart:
 * that is made for pieces of any size, and is some 15 µs of each key's way. Everything else, from the first such frame of
 * a chunk on, goes through ws as always, which tells its listeners.
 */
export function readWhole(socket: WebSocket, take: (message: Buffer) => void): void {
  const { _receiver: receiver } = socket as unknown as { readonly _receiver: Receiver };
  const most = Math.min(LONGEST, receiver._maxPayload);
  receiver.write = (chunk) => {
    let at = 0;
    while (at < chunk.length && isAtRest(receiver)) {
      const length = lengthAt(chunk, at, most);
      if (length === 0) break;
      const from = at + headerOf(length);
      at = from + length;
      take(unmask(chunk, from, at));
    }
    return at === chunk.length || writeToStream.call(receiver, at === 0 ? chunk : chunk.subarray(at));
  };
}
