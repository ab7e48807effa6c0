import type { RoomPressure } from '../ports/metrics.ts';
import type { RoomState } from './room-state.ts';

/** Skipped receivers of a room and what waits for them. Looks at connections only where somebody was skipped. */
export function pressureOf(room: RoomState): Omit<RoomPressure, 'rooms'> {
  let behind = 0;
  let bufferedBytes = 0;
  if (room.cancelCatchUp !== null)
    for (const connection of room.connections)
      if (connection.behind !== null) {
        behind += 1;
        bufferedBytes += connection.socket.buffered();
      }
  return { behind, bufferedBytes };
}
