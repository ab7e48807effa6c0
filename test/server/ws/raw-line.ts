import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** A TCP connection that says what a test wants, and shows what came back. */
export interface RawLine {
  readonly socket: Socket;
  write(data: string | Buffer): void;
  /** All that has come so far. */
  received(): Buffer;
  /** Resolves when what has come fits. */
  until(fits: (received: Buffer) => boolean): Promise<Buffer>;
  /** Resolves with all that came when the other side has ended or cut the line. */
  readonly ended: Promise<Buffer>;
}

const lines = new Set<Socket>();

/** Cuts all lines that tests have left open. */
export function cutRawLines(): void {
  for (const socket of lines) socket.destroy();
}

export async function rawLine(port: number, halfOpen = false): Promise<RawLine> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: halfOpen });
  lines.add(socket);
  socket.once('close', () => lines.delete(socket));
  let received = Buffer.alloc(0);
  const ended = new Promise<Buffer>((resolve) => {
    socket.on('close', () => resolve(received));
    socket.on('end', () => resolve(received));
  });
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  return {
    socket,
    write: (data) => void socket.write(data),
    received: () => received,
    until: (fits) =>
      new Promise((resolve, reject) => {
        const leave = (): void => {
          socket.off('data', look);
          socket.off('close', closed);
        };
        const look = (): void => {
          if (!fits(received)) return;
          leave();
          resolve(received);
        };
        const closed = (): void => {
          leave();
          reject(new Error(`closed after ${JSON.stringify(received.toString())}`));
        };
        socket.on('data', look);
        socket.on('close', closed);
        look();
      }),
    ended,
  };
}

export const upgradeRequest = (path: string, headers: Record<string, string | null> = {}): string => {
  const all: Record<string, string | null> = {
    Host: 'localhost',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : `${name}: ${value}\r\n`,
  );
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
};

/** A frame as a client sends it (RFC 6455, section 5.2), masked with zeros. */
export function clientFrame(
  opcode: number,
  payload: Buffer = Buffer.alloc(0),
  { final = true, masked = true, reserved = 0 } = {},
): Buffer {
  const first = (final ? 0x80 : 0) | reserved | opcode;
  const mask = masked ? 0x80 : 0;
  const length =
    payload.length < 126
      ? Buffer.from([mask | payload.length])
      : Buffer.from([mask | 126, payload.length >> 8, payload.length & 255]);
  return Buffer.concat([Buffer.from([first]), length, Buffer.alloc(masked ? 4 : 0), payload]);
}

export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** An open socket that a test speaks byte by byte. */
export async function rawSocket(
  port: number,
  path: string,
  headers: Record<string, string | null> = {},
): Promise<RawLine> {
  const line = await rawLine(port);
  line.write(upgradeRequest(path, headers));
  await line.until((received) => received.includes('\r\n\r\n'));
  return line;
}

/** Resolves with the code by which the other side closes, without waiting until it gives up on our answer. */
export const closeCode = async (line: RawLine): Promise<number | null> =>
  closeCodeIn(await line.until((received) => closeCodeIn(received) !== null));

/** Code of the closing frame in what came; null without one. */
export function closeCodeIn(received: Buffer): number | null {
  let at = received.indexOf('\r\n\r\n') + 4;
  while (at + 3 < received.length) {
    const opcode = (received[at] as number) & 15;
    const short = received[at + 1] as number;
    const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
    const length =
      short < 126
        ? short
        : short === 126
          ? received.readUInt16BE(at + 2)
          : Number(received.readBigUInt64BE(at + 2));
    // Without a payload there is no code, which RFC 6455 (section 7.1.5) calls 1005.
    if (opcode === OPCODE.close && length === 0) return 1005;
    if (opcode === OPCODE.close) return start + 2 > received.length ? null : received.readUInt16BE(start);
    at = start + length;
  }
  return null;
}

/** Resolves when the server has read what was written before: a ping comes back only then, between parts of a message too. */
export async function isRead(line: RawLine, mark: string): Promise<void> {
  line.write(clientFrame(OPCODE.ping, Buffer.from(mark)));
  await line.until((received) => received.includes(mark));
}
