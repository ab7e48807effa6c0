import type { Connection } from './connection.ts';
import { awarenessFrame, type PresenceEntry } from './frames.ts';
import { sendTo } from './outlet.ts';
import type { RoomState } from './room-state.ts';

/** ClientIDs that one connection may bind by announcing them: one a document, and a few for reloads of it. */
const ANNOUNCEMENTS = 8;

/** R14: takes what a writer shows of itself; echoes of others and what readers show are passed over. */
export function takePresence(
  room: RoomState,
  connection: Connection,
  entries: readonly PresenceEntry[],
): void {
  const { participant, canWrite } = connection.seat;
  if (!canWrite || participant === null) return;
  for (const entry of entries) {
    const owner = room.text.owners.get(entry.client);
    if (owner === participant.id) show(room, connection, entry);
    else if (owner === undefined && entry.state !== 'null' && connection.announced < ANNOUNCEMENTS)
      announce(room, connection, entry);
  }
}

function show(room: RoomState, connection: Connection, entry: PresenceEntry): void {
  room.presence.show(connection, entry.client, entry.clock, entry.state, room.deps.clock.now());
  schedulePresence(room);
}

/** R7: an announced clientID is bound before it is first shown, so that nobody else can write under it. */
function announce(room: RoomState, connection: Connection, entry: PresenceEntry): void {
  const { participant } = connection.seat;
  if (participant === null) return;
  connection.announced += 1;
  room.text.owners.set(entry.client, participant.id);
  room.text.unbound.add(entry.client);
  const claim = { documentId: room.documentId, clientId: entry.client, participantId: participant.id };
  room.deps.claims.claim(claim).then(
    (owner) => {
      room.text.owners.set(entry.client, owner);
      room.text.unbound.delete(entry.client);
      if (owner === participant.id) room.deps.counters.claims += 1;
      if (owner === participant.id && connection.open) show(room, connection, entry);
    },
    (error: unknown) => room.deps.report('a clientID could not be bound', error),
  );
}

export function schedulePresence(room: RoomState): void {
  if (room.presenceScheduled) return;
  room.presenceScheduled = true;
  const { timers, limits } = room.deps;
  const pause = room.presenceAt + limits.presenceEvery - timers.now();
  if (pause > 0) timers.after(pause, () => flushPresence(room));
  else timers.soon(() => flushPresence(room));
}

/** One frame for all who showed nothing themselves, and one each, without their own state, for the others. */
function flushPresence(room: RoomState): void {
  room.presenceScheduled = false;
  room.presenceAt = room.deps.timers.now();
  const changes = room.presence.takeChanges();
  if (changes.length === 0) return;
  const movers = new Set(changes.map((change) => change.from));
  const shared = awarenessFrame(changes.map((change) => change.entry));
  for (const connection of room.connections) {
    if (!connection.open || connection.behind !== null) continue;
    if (!movers.has(connection)) {
      room.deps.counters.presenceFrames += 1;
      sendTo(room, connection, shared);
      continue;
    }
    const others = changes.filter((change) => change.from !== connection).map((change) => change.entry);
    if (others.length === 0) continue;
    room.deps.counters.presenceFrames += 1;
    sendTo(room, connection, awarenessFrame(others));
  }
}
