import { CLOSE } from '../../shared/api/socket.ts';
import { type Connection, type Held, refuse } from './connection.ts';
import type { RoomState } from './room-state.ts';

/** R10: what builds on something missing waits, unacknowledged, neither shown nor logged. */
export function hold(room: RoomState, connection: Connection, held: Held): void {
  const { limits } = room.deps;
  const size = connection.held.reduce((sum, { bytes }) => sum + bytes.length, held.bytes.length);
  if (size > limits.heldBytes || connection.held.length >= limits.heldUpdates) {
    refuse(connection, CLOSE.tryAgain, 'rate', 'too much that builds on missing updates');
    return;
  }
  // A copy: the frame it is a view of is gone by the time it can be taken.
  connection.held.push({ ...held, bytes: held.bytes.slice() });
  room.holding.add(connection);
}

/** R10: has the client tell all it has, unless it was just asked. */
export function askForEverything(room: RoomState, connection: Connection): void {
  if (connection.asked || !connection.open) return;
  connection.asked = true;
  connection.socket.send(room.text.answers.ask());
}
