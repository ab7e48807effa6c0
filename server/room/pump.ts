import { fallBehind, hasOf, isSlow, passOver } from './catch-up.ts';
import type { Connection } from './connection.ts';
import { acknowledgedFrame } from './frames.ts';
import { endOf, forget, framesFor } from './outbox.ts';
import type { RoomState } from './room-state.ts';
import { sendAllTo } from './send.ts';
import type { Turns } from './turns.ts';

/**
 * Writing to receivers is nearly all that a room costs: about 10 µs each, whatever it carries. After a slice of it that
 * took t ms the next one comes t × PACE ms later: so one room takes a bounded share of a core, and the more receivers it
 * has, the more keystrokes share a write. A quiet room waits for nothing.
 */
const PACE = 3.5;
/** A room so large that the pace would keep it longer takes more than its share instead. */
const MAX_PAUSE = 100;
/** Milliseconds of writing at one time: no other room waits longer for this one, however many it has to serve. */
const SLICE = 6;
/** Receivers between two looks at the clock. A room of fewer is quiet, whatever is written in it. */
const STRIDE = 16;
/** Milliseconds between two beginnings of going round: no screen shows more than 60 pictures a second. */
const LAP = 16;
/** Timers are exact to a millisecond: what is due within one is due. */
const TICK = 1;

const isDue = ({ turns, deps }: RoomState): boolean => turns.notBefore - deps.timers.now() < TICK;

/** When a further window of this room may be stored: before receivers may be served it would only cost a flush more. */
export const readyAt = (room: RoomState): number => (isDue(room) ? 0 : room.turns.notBefore);

/** Something was posted: writes what is due, now or as soon as it may. */
export function pump(room: RoomState): void {
  if (isDue(room)) runSlice(room);
  else wait(room);
}

/** Writes to one receiver at once all that it has not had, and what it is owed. */
export function deliver(room: RoomState, connection: Connection): void {
  if (!connection.open) return;
  if (connection.behind !== null) {
    passOver(room, connection);
    return;
  }
  const waits = connection.next < endOf(room.outbox);
  if (!waits && connection.owed === null) return;
  if (isSlow(room, connection)) {
    fallBehind(room, connection, hasOf(room, connection));
    return;
  }
  const frames = waits ? framesFor(room.outbox, connection) : [];
  connection.next = endOf(room.outbox);
  if (connection.owed === null) sendAllTo(room, connection, frames);
  else sendAllTo(room, connection, [...frames, acknowledgedFrame(connection.owed)]);
  connection.owed = null;
}

/** Begins a lap unless one is under way; null when there is nothing to write. */
function lapOf(room: RoomState): Iterator<Connection> | null {
  const { turns, outbox } = room;
  if (turns.lap !== null) return turns.lap;
  room.beforeLap();
  if (outbox.posted.length === 0) return null;
  turns.target = endOf(outbox);
  turns.lapAt = room.deps.timers.now();
  turns.lap = room.connections.values();
  return turns.lap;
}

function runSlice(room: RoomState): void {
  const { turns, outbox } = room;
  const { timers } = room.deps;
  const startedAt = timers.now();
  let served = 0;
  for (let lap = lapOf(room); lap !== null; lap = lapOf(room)) {
    const { value: connection, done } = lap.next();
    if (done === true) {
      forget(outbox, turns.target);
      turns.lap = null;
      continue;
    }
    deliver(room, connection);
    served += 1;
    if (served % STRIDE === 0 && timers.now() - startedAt >= SLICE) break;
  }
  if (served >= STRIDE) {
    const now = timers.now();
    learnCost(turns, (now - startedAt) / served);
    turns.notBefore = Math.max(now + Math.min(MAX_PAUSE, served * turns.cost * PACE), turns.lapAt + LAP);
  }
  if (outbox.posted.length > 0) wait(room);
}

/**
 * What a write costs is learnt from the quicker slices: a slower one was interrupted by other work of the machine, and
 * a room that paused longer for it would suffer twice.
 */
function learnCost(turns: Turns, sample: number): void {
  turns.cost +=
    sample < turns.cost ? (sample - turns.cost) / 4 : Math.min(sample - turns.cost, turns.cost) / 32;
}

function wait(room: RoomState): void {
  const { turns, deps } = room;
  turns.cancel ??= deps.timers.after(Math.max(TICK, turns.notBefore - deps.timers.now()), () => {
    turns.cancel = null;
    // A window on its way to the disk goes first, and brings this about itself.
    if (room.inFlight.length === 0 || !room.queue.hurry()) runSlice(room);
  });
}
