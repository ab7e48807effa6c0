import { type Server, WebSocketServer } from 'ws';
import type { DoorLimits } from './door-limits.ts';
import { FollowedSocket } from './followed-socket.ts';

/** Sockets of one kind: what ws keeps of them, and the bounds within which it reads their frames (R37). */
export type Kind = Server<typeof FollowedSocket>;

export function takeSockets(limits: DoorLimits, maxPayload: number): Kind {
  // The types of ws do not know these yet.
  const bounds = {
    maxFragments: limits.fragments,
    maxBufferedChunks: limits.pieces,
    closeTimeout: limits.closingTime,
  };
  return new WebSocketServer({
    noServer: true,
    WebSocket: FollowedSocket,
    maxPayload,
    ...bounds,
    // Off: a stream of compression for each socket made a message of 80 bytes cost 51–69 µs of processor instead of 11,
    // and a socket 280 KB instead of 37; and a frame would no longer be made once for all.
    perMessageDeflate: false,
    clientTracking: true,
  });
}
