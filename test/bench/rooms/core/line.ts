import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { clientFrame, createFrameReader, OPCODE } from './websocket-frames.ts';

/** Where a line leads and who opens it. */
export interface Address {
  readonly port: number;
  /** With the query, if any. */
  readonly path: string;
  /** Sent as `Authorization: Bearer`. */
  readonly token?: string;
}

/** One WebSocket connection of a light client. */
export interface Line {
  send(payload: Uint8Array): void;
  /** Several messages in one write, as a client that hands them over at once does. */
  sendAll(payloads: readonly Uint8Array[]): void;
  /** Stops reading, so that the server's buffers fill; `resume` goes on. */
  pause(): void;
  resume(): void;
  /** Ends the line at once. */
  drop(): void;
  /** Code and reason of the server's close frame, or why the socket ended; null while it is open. */
  readonly ended: string | null;
}

/** Whom a line tells. */
export interface LineEars {
  /** The server has agreed; nothing was received yet. */
  open?(line: Line): void;
  /** Every binary message. The bytes are only there during the call. */
  message(bytes: Buffer, start: number, end: number): void;
  /** The server closed, or the network did; not told after `drop`. */
  ended?(why: string): void;
}

/** All lines of the process read into the same memory, one after the other. */
const SHARED = Buffer.allocUnsafe(256 * 1024);

/** Opens a line. Rejects with the answer's first line when the server does not agree to a WebSocket. */
export function openLine(address: Address, ears: LineEars): Promise<Line> {
  return new Promise((resolve, reject) => {
    let ended: string | null = null;
    let open = false;
    let head = '';
    const end = (why: string): void => {
      if (ended !== null) return;
      ended = why;
      socket.destroy();
      if (open) ears.ended?.(why);
      else reject(new Error(`${address.path}: ${why}`));
    };
    const reader = createFrameReader((opcode, bytes, start, stop) => {
      if (opcode === OPCODE.binary) ears.message(bytes, start, stop);
      else if (opcode === OPCODE.ping) socket.write(clientFrame(OPCODE.pong, bytes.subarray(start, stop)));
      else if (opcode === OPCODE.close)
        end(
          stop - start < 2
            ? 'closed'
            : `closed with ${bytes.readUInt16BE(start)} ${bytes.toString('utf8', start + 2, stop)}`,
        );
    });
    const line: Line = {
      send(payload) {
        if (ended === null) socket.write(clientFrame(OPCODE.binary, payload));
      },
      sendAll(payloads) {
        if (ended === null)
          socket.write(Buffer.concat(payloads.map((payload) => clientFrame(OPCODE.binary, payload))));
      },
      pause: () => void socket.pause(),
      resume: () => void socket.resume(),
      drop() {
        ended ??= 'dropped';
        socket.destroy();
      },
      get ended() {
        return ended;
      },
    };
    const take = (length: number): void => {
      if (open) {
        reader.push(SHARED, 0, length);
        return;
      }
      head += SHARED.toString('latin1', 0, length);
      const headEnd = head.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      if (!head.startsWith('HTTP/1.1 101 ')) {
        end(head.slice(0, head.indexOf('\r\n')));
        return;
      }
      open = true;
      ears.open?.(line);
      resolve(line);
      const rest = Buffer.from(head.slice(headEnd + 4), 'latin1');
      reader.push(rest, 0, rest.length);
    };
    const socket: Socket = connect({
      host: '127.0.0.1',
      port: address.port,
      noDelay: true,
      onread: {
        buffer: SHARED,
        callback: (length) => {
          try {
            take(length);
          } catch (error) {
            end(String(error));
          }
          return true;
        },
      },
    });
    socket.on('error', (error) => end(error.message));
    socket.on('close', () => end('the socket ended'));
    socket.on('connect', () => socket.write(handshake(address)));
  });
}

function handshake({ port, path, token }: Address): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
