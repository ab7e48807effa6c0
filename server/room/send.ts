import type { Connection } from './connection.ts';
import type { RoomState } from './room-state.ts';

export function sendTo(room: RoomState, connection: Connection, frame: Uint8Array): void {
  if (!connection.open) return;
  connection.lastSentAt = Math.floor(room.deps.timers.now());
  connection.socket.send(frame);
}

/** Several frames in one write. The same list may be sent to many. `now`, on the timers' clock, may be a little old. */
export function sendAllTo(
  room: RoomState,
  connection: Connection,
  frames: readonly Uint8Array[],
  now: number = room.deps.timers.now(),
): void {
  if (!connection.open || frames.length === 0) return;
  connection.lastSentAt = Math.floor(now);
  connection.socket.sendAll(frames);
}
