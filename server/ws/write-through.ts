import { writeSync } from 'node:fs';
import type { Socket } from 'node:net';

/** What Node keeps of an open socket, and the libraries that hand sockets to other processes rely on as well. */
interface Inside {
  readonly _handle: { readonly fd?: number } | null;
  readonly encrypted?: boolean;
}

/**
 * A way to hand bytes to the system without the socket's stream: a stream keeps books for every write, which is a fifth
 * of what a room pays for each receiver. Bytes go through the stream as soon as some wait in it, when the system does not
 * take them all, and where Node keeps its handle otherwise (Windows, TLS), so order and errors are the stream's as always.
 */
export function writeThrough(socket: Socket): (bytes: Uint8Array) => void {
  const inside = socket as unknown as Inside;
  const handle = inside._handle;
  const fd = inside.encrypted === true ? undefined : handle?.fd;
  if (handle == null || fd === undefined || fd < 0) return (bytes) => void socket.write(bytes);
  return (bytes) => {
    let taken = 0;
    // The number may be another socket's as soon as the handle is given up, never before.
    if (inside._handle === handle && socket.writableLength === 0)
      try {
        taken = writeSync(fd, bytes);
      } catch {
        // The network is full (EAGAIN) or gone: the stream meets the same and knows what to do.
      }
    if (taken < bytes.length) socket.write(taken === 0 ? bytes : bytes.subarray(taken));
  };
}
