import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { CloseCode } from '../../shared/api/socket.ts';
import type { Counters } from '../ports/counters.ts';
import type { SocketPort } from '../room/connection.ts';
import { type Line, lineOf, writeThrough } from './write-through.ts';

/**
 * What a frame, or a list of frames, carries once it has been sent: its wire form, or null if that was not worth
 * keeping yet. On the array itself, because a collector has to look through a WeakMap each time it collects, and there
 * is a frame for every key typed.
 */
const WIRE = Symbol('wire form');
type Sent = (Uint8Array | readonly Uint8Array[]) & { [WIRE]?: Buffer | null };

/** Up to this size a wire form is made at once: the copy costs less than the second buffer that ws would write. */
const SMALL = 4096;
/** ws's number for a socket that may be written to. */
const OPEN = 1;

/**
 * A ws socket as the rooms see it. What goes to many is put into its wire form once and written to each network
 * socket as one piece, which saves what ws does for every send; what is left is the system call (write-through.ts). That is
 * sound because we never let ws compress and never fragment, so ws itself writes each message at once and in one go.
 */
export const socketPort = (socket: WebSocket, counters: Counters, readsPacked = false): SocketPort =>
  new Port(socket, counters, readsPacked);

/** A class that is its line too: every further object of each of a thousand sockets is one more place in memory to go to. */
class Port implements SocketPort, Line {
  readonly socket: Socket;
  readonly handle: object | null;
  readonly number: number;
  readonly readsPacked: boolean;
  private readonly websocket: WebSocket;
  private readonly counters: Counters;

  constructor(websocket: WebSocket, counters: Counters, readsPacked: boolean) {
    const line = lineOf((websocket as unknown as { readonly _socket: Socket })._socket);
    this.socket = line.socket;
    this.handle = line.handle;
    this.number = line.number;
    this.readsPacked = readsPacked;
    this.websocket = websocket;
    this.counters = counters;
  }

  send(frame: Uint8Array): void {
    if (this.websocket.readyState !== OPEN) return;
    count(this.counters, frame);
    this.write(frame);
  }

  sendAll(frames: readonly Uint8Array[]): void {
    if (this.websocket.readyState !== OPEN) return;
    for (const frame of frames) count(this.counters, frame);
    const [first] = frames;
    if (frames.length === 1 && first !== undefined) {
      this.write(first);
      return;
    }
    const wire = wireOfAll(frames);
    if (wire !== null) {
      writeThrough(this, wire);
      return;
    }
    this.socket.cork();
    for (const frame of frames) this.write(frame);
    this.socket.uncork();
  }

  /** What ws adds in its `bufferedAmount` is only ever held back by compression. */
  buffered(): number {
    return this.socket.writableLength;
  }

  close(code: CloseCode, reason: string): void {
    this.websocket.close(code, reason);
  }

  private write(frame: Uint8Array): void {
    const wire = wireOf(frame);
    if (wire === null) this.websocket.send(frame);
    else writeThrough(this, wire);
  }
}

function count(counters: Counters, frame: Uint8Array): void {
  counters.framesOut += 1;
  counters.bytesOut += frame.length;
}

/** Null for a large frame that has not been sent before: it may never be sent again. */
function wireOf(frame: Uint8Array): Buffer | null {
  return (
    (frame as Sent)[WIRE] ??
    (frame.length <= SMALL || isAgain(frame) ? keep(frame, serverFrame(frame)) : null)
  );
}

/** Null for a list that has not been sent before. */
function wireOfAll(frames: readonly Uint8Array[]): Buffer | null {
  return (
    (frames as Sent)[WIRE] ?? (isAgain(frames) ? keep(frames, Buffer.concat(frames.map(serverFrame))) : null)
  );
}

function isAgain(sent: Sent): boolean {
  if (sent[WIRE] === null) return true;
  sent[WIRE] = null;
  return false;
}

function keep(sent: Sent, wire: Buffer): Buffer {
  sent[WIRE] = wire;
  return wire;
}

/** An unmasked, final, binary WebSocket frame (RFC 6455, section 5.2). */
export function serverFrame(payload: Uint8Array): Buffer {
  const { length } = payload;
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const wire = Buffer.allocUnsafe(headerLength + length);
  wire[0] = 0x82;
  if (headerLength === 2) wire[1] = length;
  else if (headerLength === 4) {
    wire[1] = 126;
    wire.writeUInt16BE(length, 2);
  } else {
    wire[1] = 127;
    wire.writeBigUInt64BE(BigInt(length), 2);
  }
  wire.set(payload, headerLength);
  return wire;
}
