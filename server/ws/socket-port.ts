import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Counters } from '../ports/counters.ts';
import type { SocketPort } from '../room/connection.ts';

/** Wire forms of frames that were sent to more than one socket. */
const wires = new WeakMap<Uint8Array, Buffer>();
const sentOnce = new WeakSet<Uint8Array>();

/**
 * A ws socket as the rooms see it. A frame that goes to many is put into its wire form once and written to each
 * network socket as one piece, which saves the two writes that ws makes for every send. That is sound because we
 * never compress and never fragment, so ws itself writes each message at once and in one go.
 */
export function socketPort(socket: WebSocket, counters: Counters): SocketPort {
  const raw = (socket as unknown as { readonly _socket: Socket })._socket;
  return {
    send(frame) {
      if (socket.readyState !== socket.OPEN) return;
      counters.framesOut += 1;
      counters.bytesOut += frame.length;
      const wire = wireOf(frame);
      if (wire === null) socket.send(frame);
      else raw.write(wire);
    },
    buffered: () => socket.bufferedAmount,
    close(code, reason) {
      socket.close(code, reason);
    },
  };
}

function wireOf(frame: Uint8Array): Buffer | null {
  const known = wires.get(frame);
  if (known !== undefined) return known;
  if (!sentOnce.has(frame)) {
    sentOnce.add(frame);
    return null;
  }
  const wire = serverFrame(frame);
  wires.set(frame, wire);
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
