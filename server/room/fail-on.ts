import { CLOSE } from '../../shared/api/socket.ts';
import type { Connection } from './connection.ts';
import type { RoomState } from './room-state.ts';

/**
 * A bug over one connection. Whose it is comes back, brings its words again and gets what it lacks; nobody else loses
 * their room to it.
 */
export function failOn(room: RoomState, connection: Connection, what: string, error: unknown): void {
  room.deps.report(what, error);
  if (!connection.open) return;
  connection.open = false;
  connection.socket.close(CLOSE.internal, 'internal');
}
