import type { AttendanceMessage } from '../../shared/api/socket.ts';
import type { Connection } from './connection.ts';
import { attendanceFrame } from './frames.ts';
import { post } from './outbox.ts';
import { pump } from './pump.ts';
import type { RoomState } from './room-state.ts';

/** People, not windows: a participant counts once; somebody who is none counts once a connection. */
export function attendanceOf(connections: Iterable<Connection>): AttendanceMessage {
  const drafting = new Set<string>();
  const reading = new Set<string>();
  let visitors = 0;
  for (const { seat } of connections) {
    if (seat.participant === null) visitors += 1;
    else (seat.canWrite ? drafting : reading).add(seat.participant.id);
  }
  return { drafting: drafting.size, reading: reading.size + visitors };
}

/** Tells everybody how many are here: at once after a quiet time, otherwise once an interval. */
export function createAttendanceFlow(room: RoomState): { changed(): void } {
  let sentAt = Number.NEGATIVE_INFINITY;
  let scheduled = false;
  const { timers, limits } = room.deps;
  const send = (): void => {
    scheduled = false;
    sentAt = timers.now();
    room.attendanceFrame = attendanceFrame(attendanceOf(room.connections));
    post(room.outbox, 'attendance', room.attendanceFrame);
    pump(room);
  };
  return {
    changed() {
      if (scheduled) return;
      scheduled = true;
      const pause = sentAt + limits.attendanceEvery - timers.now();
      if (pause > 0) timers.after(pause, send);
      else timers.soon(send);
    },
  };
}
