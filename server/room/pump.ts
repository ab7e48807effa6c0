import { fallBehind, hasOf, isSlow, passOver } from './catch-up.ts';
import type { Connection } from './connection.ts';
import { failOn } from './fail-on.ts';
import { acknowledgedFrame } from './frames.ts';
import { endOf, forget, framesFor } from './outbox.ts';
import type { RoomState } from './room-state.ts';
import { sendAllTo } from './send.ts';
import type { Turns } from './turns.ts';

/**
 * Writing to receivers is nearly all that a room costs: about 10 µs each, whatever it carries. A lap is one write to
 * each. After a lap that costs t ms the next one begins t × PACE ms after the last beginning: so one room takes a bounded
 * share of a core, and the more receivers it has, the more keystrokes share a write. With 4.5 a thousand receivers get
 * some 22 writes a second each. A room at rest waits for nothing: its last lap is long ago.
 */
const PACE = 4.5;
/** A room so large that the pace would keep it longer takes more than its share instead. */
const MAX_PERIOD = 200;
/**
 * Least milliseconds between two laps, for each receiver and at most. Storing and applying cost by the window, so a room
 * of a hundred and more gathers too; 20 ms is less than a picture and a half of a screen.
 */
const GATHER_EACH = 0.1;
const GATHER = 20;
/** Milliseconds of writing at one time: no other room waits longer for this one, however many it has to serve. */
const SLICE = 6;
/** Receivers between two looks at the clock. A room of fewer is quiet, whatever is written in it. */
const STRIDE = 16;
/** Timers are exact to a millisecond: what is due within one is due. */
const TICK = 1;

const isDue = ({ turns, deps }: RoomState): boolean =>
  turns.lap === null && turns.notBefore - deps.timers.now() < TICK;

/** When a further window of this room may be stored: before receivers may be served it would only cost a flush more. */
export const readyAt = (room: RoomState): number => (isDue(room) ? 0 : room.turns.notBefore);

/** Something was posted: writes what is due, now or as soon as it may. */
export function pump(room: RoomState): void {
  if (isDue(room)) runSlice(room);
  else if (room.turns.lap === null) wait(room);
  // Presence is gathered when a lap begins, so the outbox alone does not tell that another one is needed.
  else room.turns.again = true;
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
  turns.served = 0;
  turns.spent = 0;
  const now = room.deps.timers.now();
  const period = periodOf(room.connections.size, turns.cost);
  // The generic cell rate algorithm (ITU-T I.371) with room for one lap more: after a rest two follow at once.
  turns.paidUntil = Math.max(turns.paidUntil, now) + period;
  turns.notBefore = turns.paidUntil - period;
  turns.lap = room.connections.values();
  return turns.lap;
}

/** Milliseconds between the beginnings of two laps over so many receivers. */
const periodOf = (receivers: number, cost: number): number =>
  receivers < STRIDE
    ? 0
    : Math.min(MAX_PERIOD, Math.max(receivers * cost * PACE, Math.min(GATHER, receivers * GATHER_EACH)));

/** Serves receivers until the lap is through, or others must have their turn. */
function runSlice(room: RoomState): void {
  const { turns } = room;
  const { timers } = room.deps;
  const lap = lapOf(room);
  if (lap === null) return;
  const startedAt = timers.now();
  let through = false;
  for (let served = 1; ; served += 1) {
    const { value: connection, done } = lap.next();
    through = done === true;
    if (done === true) break;
    try {
      deliver(room, connection);
    } catch (error) {
      // A lap that ended here would end for all who come after, and no other would begin.
      failOn(room, connection, 'a receiver could not be served', error);
    }
    turns.served += 1;
    if (served % STRIDE === 0 && timers.now() - startedAt >= SLICE) break;
  }
  turns.spent += timers.now() - startedAt;
  if (through) endLap(room);
  else
    timers.soon(() => {
      if (turns.lap === lap) runSlice(room);
    });
}

function endLap(room: RoomState): void {
  const { turns, outbox } = room;
  turns.lap = null;
  forget(outbox, turns.target);
  if (turns.served >= STRIDE) learnCost(turns, turns.spent / turns.served);
  if (outbox.posted.length > 0 || turns.again) wait(room);
  turns.again = false;
}

/**
 * What a write costs is learnt from the quicker laps: a slower one was interrupted by other work of the machine, and
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
    if (turns.lap !== null) return;
    // A window on its way to the disk goes first, and brings this about itself.
    if (room.inFlight.length === 0 || !room.queue.hurry()) runSlice(room);
  });
}
