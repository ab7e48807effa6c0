/** What a server may send on a WebSocket (RFC 6455, section 5.2), as far as the servers measured here do. */
export const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** Told of every frame. The bytes from `start` to `end` are the payload and are only there during the call. */
export type OnFrame = (opcode: number, bytes: Buffer, start: number, end: number) => void;

/** Cuts what arrives on a line into frames, wherever the network cut it. */
export interface FrameReader {
  /** Takes `bytes` from `start` to `end`; keeps nothing of the buffer. */
  push(bytes: Buffer, start: number, end: number): void;
}

/** Longest header of an unmasked frame in bytes. */
const HEADER = 10;

export function createFrameReader(onFrame: OnFrame): FrameReader {
  /** A frame of which only a part has come, `held` bytes long. */
  let begun = Buffer.allocUnsafe(HEADER);
  let held = 0;

  /** Adds to the begun frame and answers how many bytes were used. */
  const goOn = (bytes: Buffer, start: number, end: number): number => {
    const total = lengthOf(begun, 0, held);
    // Until the header tells the length, byte by byte.
    const wanted = total === 0 ? 1 : total - held;
    if (begun.length < held + wanted) {
      const larger = Buffer.allocUnsafe(Math.max(total, HEADER));
      begun.copy(larger, 0, 0, held);
      begun = larger;
    }
    const used = bytes.copy(begun, held, start, Math.min(end, start + wanted));
    held += used;
    if (held === lengthOf(begun, 0, held)) {
      const whole = begun;
      const length = held;
      held = 0;
      begun = Buffer.allocUnsafe(HEADER);
      deliver(whole, 0, length);
    }
    return used;
  };

  const deliver = (bytes: Buffer, start: number, end: number): void => {
    const first = bytes[start] as number;
    if ((first & 0x80) === 0 || (first & 0x0f) === 0) throw new Error('a fragmented message');
    onFrame(first & 0x0f, bytes, start + headerOf(bytes, start), end);
  };

  return {
    push(bytes, start, end) {
      let at = start;
      while (at < end) {
        if (held > 0) {
          at += goOn(bytes, at, end);
          continue;
        }
        const length = lengthOf(bytes, at, end);
        if (length === 0 || at + length > end) at += goOn(bytes, at, end);
        else {
          deliver(bytes, at, at + length);
          at += length;
        }
      }
    },
  };
}

const headerOf = (bytes: Buffer, start: number): number => {
  const length = (bytes[start + 1] as number) & 0x7f;
  return length < 126 ? 2 : length === 126 ? 4 : 10;
};

/** Length of the frame that begins at `start`, header included; 0 while the header is not whole. */
function lengthOf(bytes: Buffer, start: number, end: number): number {
  if (end - start < 2) return 0;
  const second = bytes[start + 1] as number;
  if ((second & 0x80) !== 0) throw new Error('a masked frame from a server');
  const header = headerOf(bytes, start);
  if (end - start < header) return 0;
  if (header === 2) return 2 + second;
  if (header === 4) return 4 + bytes.readUInt16BE(start + 2);
  return 10 + Number(bytes.readBigUInt64BE(start + 2));
}

let masks = 0x9e3779b9;

/** A frame as clients send it: final and masked. The mask is never 0, for which ws would skip its work. */
export function clientFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const header = (length < 126 ? 2 : length < 65_536 ? 4 : 10) + 4;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = 0x80 | opcode;
  if (header === 6) frame[1] = 0x80 | length;
  else if (header === 8) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  masks = (masks + 0x6d2b79f5) >>> 0 || 1;
  frame.writeUInt32BE(masks, header - 4);
  for (let k = 0; k < length; k += 1)
    frame[header + k] = (payload[k] as number) ^ (frame[header - 4 + (k & 3)] as number);
  return frame;
}
