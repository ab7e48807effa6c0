import type { EventMessage } from '../../shared/api/socket.ts';
import { asToldTo } from '../../shared/policy/told.ts';
import type { Connection } from './connection.ts';
import { eventFrame, KEEP_ALIVE } from './frames.ts';
import { post } from './outbox.ts';
import { pump } from './pump.ts';
import type { RoomState } from './room-state.ts';

/** R23: tells everybody of an event as far as they may hear of it; each way of telling is encoded once. */
export function tell(room: RoomState, event: EventMessage): void {
  const frames = new Map<EventMessage, Uint8Array>();
  const instead = new Map<Connection, Uint8Array | null>();
  let anybody = false;
  for (const connection of room.connections) {
    const heard = asToldTo(event, connection.seat.listener);
    anybody ||= heard !== null;
    if (heard === event) continue;
    if (heard === null) {
      instead.set(connection, null);
      continue;
    }
    const frame = frames.get(heard) ?? eventFrame(heard);
    frames.set(heard, frame);
    instead.set(connection, frame);
  }
  if (!anybody) return;
  post(room.outbox, 'event', eventFrame(event), { instead });
  pump(room);
}

/** Sends something harmless to whoever has heard nothing for a while. */
export function keepAlive(room: RoomState): void {
  const quietSince = room.deps.timers.now() - room.deps.limits.keepAliveEvery;
  const instead = new Map<Connection, null>();
  for (const connection of room.connections)
    if (connection.lastSentAt > quietSince) instead.set(connection, null);
  if (instead.size === room.connections.size) return;
  post(room.outbox, 'keep-alive', KEEP_ALIVE, { instead });
  pump(room);
}
