import { fallBehind, hasOf, isSlow, passOver } from './catch-up.ts';
import type { Connection } from './connection.ts';
import { failOn } from './fail-on.ts';
import { acknowledgedFrame } from './frames.ts';
import { endOf, forget, framesFor } from './outbox.ts';
import { pay, settle } from './pace.ts';
import type { RoomState } from './room-state.ts';
import { sendAllTo } from './send.ts';
import type { Turns } from './turns.ts';

/** Milliseconds of writing at one time: no other room waits longer for this one, however many it has to serve. */
const SLICE = 6;
/** Receivers between two looks at the clock. */
const STRIDE = 16;
/** Milliseconds for which a part that is due waits for words on their way to the disk, which would else miss it. */
const PATIENCE = 6;
/** Timers are exact to a millisecond: what is due within one is due. */
const TICK = 1;

const isDue = ({ turns, deps }: RoomState): boolean =>
  !turns.serving && turns.notBefore - deps.timers.now() < TICK;

/** When a further window of this room may be stored: before receivers may be served it would only cost a flush more. */
export const readyAt = (room: RoomState): number => (isDue(room) ? 0 : room.turns.notBefore);

/** Something was posted: writes what is due, now or as soon as it may. */
export function pump(room: RoomState): void {
  if (isDue(room)) serve(room);
  else if (!room.turns.serving) wait(room);
  // Presence is gathered when a part begins, so the outbox alone does not tell that another one is needed.
  else room.turns.again = true;
}

/** Writes to one receiver at once all that it has not had, and what it is owed. False: there was nothing to write. */
export function deliver(room: RoomState, connection: Connection, now = room.deps.timers.now()): boolean {
  if (!connection.open) return false;
  if (connection.behind !== null) {
    passOver(room, connection);
    return false;
  }
  const waits = connection.next < endOf(room.outbox);
  if (!waits && connection.owed === null) return false;
  if (isSlow(room, connection)) {
    fallBehind(room, connection, hasOf(room, connection));
    return false;
  }
  const frames = waits ? framesFor(room.outbox, connection) : [];
  connection.next = endOf(room.outbox);
  if (connection.owed === null) sendAllTo(room, connection, frames, now);
  else sendAllTo(room, connection, [...frames, acknowledgedFrame(connection.owed)], now);
  connection.owed = null;
  return true;
}

/** Begins a part, of this lap or of a new one; false when there is nothing to write. */
function beginPart(room: RoomState, now: number): boolean {
  const { turns, outbox, connections } = room;
  room.beforeLap();
  if (turns.lap === null) {
    if (outbox.posted.length === 0) return false;
    turns.target = endOf(outbox);
    turns.lap = connections.values();
    turns.upcoming = nextOf(turns);
  }
  turns.cancel?.();
  turns.cancel = null;
  turns.serving = true;
  turns.written = 0;
  turns.spent = 0;
  pay(turns, now, connections.size);
  return true;
}

const nextOf = ({ lap }: Turns): Connection | null => lap?.next().value ?? null;

/** Serves receivers until the part is through, or others must have their turn. */
function serve(room: RoomState): void {
  const { turns } = room;
  const { timers } = room.deps;
  const startedAt = timers.now();
  if (!turns.serving && !beginPart(room, startedAt)) return;
  let visited = 0;
  while (turns.upcoming !== null && turns.written < turns.part) {
    const connection = turns.upcoming;
    turns.upcoming = nextOf(turns);
    try {
      if (deliver(room, connection, startedAt)) turns.written += 1;
    } catch (error) {
      // A lap that ended here would end for all who come after, and no other would begin.
      failOn(room, connection, 'a receiver could not be served', error);
    }
    visited += 1;
    if (visited % STRIDE === 0 && timers.now() - startedAt >= SLICE) break;
  }
  turns.spent += timers.now() - startedAt;
  if (turns.upcoming === null || turns.written >= turns.part) endPart(room);
  else
    timers.soon(() => {
      if (turns.serving) serve(room);
    });
}

function endPart(room: RoomState): void {
  const { turns, outbox, deps } = room;
  turns.serving = false;
  settle(turns);
  if (turns.upcoming === null) {
    turns.lap = null;
    forget(outbox, turns.target);
  }
  // In a turn of its own: Node's timers count from the beginning of a turn of its loop, and this one has been long.
  if (outbox.posted.length > 0 || turns.again) deps.timers.soon(() => goOn(room));
  turns.again = false;
}

/** Serves if it is time. A window on its way to the disk goes first, and brings that about itself unless the disk is slow. */
function goOn(room: RoomState): void {
  if (room.turns.serving) return;
  if (!isDue(room)) wait(room);
  else if (room.inFlight.length === 0 || !room.queue.hurry(room.committer)) serve(room);
  else
    later(room, PATIENCE, () => {
      if (!room.turns.serving && isDue(room)) serve(room);
    });
}

const wait = (room: RoomState): void =>
  later(room, Math.max(0, room.turns.notBefore - room.deps.timers.now()), () => goOn(room));

function later(room: RoomState, delay: number, act: () => void): void {
  const { turns, deps } = room;
  turns.cancel ??= deps.timers.after(delay, () => {
    turns.cancel = null;
    act();
  });
}
