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
/** Bytes of a message whose length stands in the second byte. */
const SHORT = 125;
/** Bytes before such a message: two, and the mask. */
const MASK_AT = 2;
const HEADER = 6;

const writeToStream = Writable.prototype.write as (this: unknown, chunk: Buffer) => boolean;

/** Nothing waits in ws, and no message is under way. */
const isAtRest = (receiver: Receiver): boolean =>
  receiver._state === EXPECTS_FRAME &&
  receiver._bufferedBytes === 0 &&
  receiver._fragmented === 0 &&
  receiver._opcode !== CLOSE_FRAME &&
  !receiver._errored &&
  receiver.writableLength === 0;

/** Where the short message ends whose frame begins here; 0 when it is anything else, or not whole. */
function endOfShort(chunk: Buffer, at: number, most: number): number {
  if (chunk[at] !== WHOLE_BINARY) return 0;
  const length = (chunk[at + 1] ?? 0) - MASKED;
  if (length < 1 || length > most) return 0;
  const end = at + HEADER + length;
  return end <= chunk.length ? end : 0;
}

/** The message, where its frame stands. */
function unmask(chunk: Buffer, at: number, end: number): Buffer {
  const first = at + HEADER;
  for (let k = first; k < end; k += 1)
    chunk[k] = (chunk[k] as number) ^ (chunk[at + MASK_AT + ((k - first) & 3)] as number);
  return chunk.subarray(first, end);
}

/**
 * R77: hands short messages that arrive whole, as nearly all do, to `take` without the stream in which ws takes frames apart:
 * that is made for pieces of any size, and is some 15 µs of each key's way. Everything else, from the first such frame of
 * a chunk on, goes through ws as always, which tells its listeners.
 */
export function readWhole(socket: WebSocket, take: (message: Buffer) => void): void {
  const { _receiver: receiver } = socket as unknown as { readonly _receiver: Receiver };
  const most = Math.min(SHORT, receiver._maxPayload);
  receiver.write = (chunk) => {
    let at = 0;
    while (at < chunk.length && isAtRest(receiver)) {
      const end = endOfShort(chunk, at, most);
      if (end === 0) break;
      take(unmask(chunk, at, end));
      at = end;
    }
    return at === chunk.length || writeToStream.call(receiver, at === 0 ? chunk : chunk.subarray(at));
  };
}
