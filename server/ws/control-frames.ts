import type { WebSocket } from 'ws';
import type { Rate } from '../room/limits.ts';
import { createBucket } from '../room/rate.ts';
import type { Timers } from '../room/timers.ts';

/**
 * R37: pings and pongs have a rate of their own, for rooms never see them. ws answers each ping; as long as `flooded`
 * closes the socket, what waits to be answered to somebody who reads nothing stays below the burst.
 */
export function limitControlFrames(
  socket: WebSocket,
  rate: Rate,
  timers: Pick<Timers, 'now'>,
  flooded: (socket: WebSocket) => void,
): void {
  const bucket = createBucket(rate);
  const count = (): void => {
    if (socket.readyState === socket.OPEN && !bucket.take(1, timers.now())) flooded(socket);
  };
  socket.on('ping', count);
  socket.on('pong', count);
}
