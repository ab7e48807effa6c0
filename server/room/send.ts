import type { Connection } from './connection.ts';
import type { RoomState } from './room-state.ts';

export function sendTo(room: RoomState, connection: Connection, frame: Uint8Array): void {
  if (!connection.open) return;
  connection.lastSentAt = room.deps.timers.now();
  connection.socket.send(frame);
}

/** Several frames in one write. The same list may be sent to many. */
export function sendAllTo(room: RoomState, connection: Connection, frames: readonly Uint8Array[]): void {
  if (!connection.open || frames.length === 0) return;
  connection.lastSentAt = room.deps.timers.now();
  connection.socket.sendAll(frames);
}
