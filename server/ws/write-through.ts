import { writeSync } from 'node:fs';
import type { Socket } from 'node:net';

/** What Node keeps of an open socket, and the libraries that hand sockets to other processes rely on as well. */
interface Inside {
  readonly _handle: { readonly fd?: number } | null;
  readonly encrypted?: boolean;
}

/** A socket with the number that the system gave it, while it has one; -1 where there is none. */
export interface Line {
  readonly socket: Socket;
  readonly handle: object | null;
  readonly number: number;
}

export function lineOf(socket: Socket): Line {
  const { _handle: handle = null, encrypted } = socket as unknown as Inside;
  const number = encrypted === true ? undefined : handle?.fd;
  return { socket, handle, number: number ?? -1 };
}

/**
 * Hands bytes to the system without the socket's stream: a stream keeps books for every write, which is a tenth of what a
 * room pays for each receiver. Bytes go through the stream as soon as some wait in it, when the system does not take
 * them all, and where Node keeps its handle otherwise (Windows, TLS), so order and errors are the stream's as always.
 */
export function writeThrough({ socket, handle, number }: Line, bytes: Uint8Array): void {
  let taken = 0;
  // The number may be another socket's as soon as the handle is given up, never before.
  if (number >= 0 && (socket as unknown as Inside)._handle === handle && socket.writableLength === 0)
    try {
      taken = writeSync(number, bytes);
    } catch {
      // The network is full (EAGAIN) or gone: the stream meets the same and knows what to do.
    }
  if (taken < bytes.length) socket.write(taken === 0 ? bytes : bytes.subarray(taken));
}
