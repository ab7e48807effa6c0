import { CLOSE } from '../../shared/api/socket.ts';
import { type Behind, type Connection, refuse } from './connection.ts';
import { acknowledgedFrame } from './frames.ts';
import { endOf, type Outbox, textBefore } from './outbox.ts';
import type { RoomState } from './room-state.ts';
import { sendAllTo } from './send.ts';
import { encodeFrontier } from './trim.ts';

/** Events kept for somebody who is behind. A page with so many to hear of is better loaded anew. */
const KEPT_EVENTS = 64;

export const isSlow = (room: RoomState, connection: Connection): boolean =>
  connection.socket.buffered() > room.deps.limits.slowBytes;

/**
 * R13: passes a receiver over whose network is full. Nothing more is written to it, whatever happens in the room, until
 * it has room again.
 */
export function fallBehind(
  room: RoomState,
  connection: Connection,
  has: Pick<Behind, 'stateVector' | 'version'>,
): void {
  if (connection.behind === null) room.deps.counters.receiversSkipped += 1;
  connection.behind = {
    ...has,
    events: connection.behind?.events ?? [],
    least: connection.socket.buffered(),
    movedAt: room.deps.timers.now(),
  };
  passOver(room, connection);
  room.cancelCatchUp ??= room.deps.timers.after(room.deps.limits.catchUpEvery, () => catchUp(room));
}

/** What a receiver has of the text that has got everything before `connection.next`. */
export function hasOf(room: RoomState, connection: Connection): Pick<Behind, 'stateVector' | 'version'> {
  if (!connection.listening) return { stateVector: null, version: null };
  const { text, outbox } = room;
  const before = textBefore(outbox, connection.next, text.shown);
  return before === null
    ? { stateVector: encodeFrontier(text.shown), version: text.version() }
    : { stateVector: encodeFrontier(before.known), version: before.version };
}

/** Takes note of what somebody who is behind misses: of events each, of all else that it will come as it then is. */
export function passOver(room: RoomState, connection: Connection): void {
  const { behind } = connection;
  if (behind === null) return;
  behind.events.push(...eventsFor(room.outbox, connection));
  connection.next = endOf(room.outbox);
  if (behind.events.length <= KEPT_EVENTS) return;
  refuse(connection, CLOSE.tryAgain, 'slow', 'too slow to hear what happens here; come back');
}

function eventsFor(outbox: Outbox, connection: Connection): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (const { kind, frame, instead } of outbox.posted.slice(connection.next - outbox.first)) {
    if (kind !== 'event') continue;
    const own = instead?.get(connection);
    if (own !== null) frames.push(own ?? frame);
  }
  return frames;
}

/** Brings those up to date whose network has room again. */
function catchUp(room: RoomState): void {
  room.cancelCatchUp = null;
  const { deps } = room;
  let still = false;
  for (const connection of room.connections) {
    const { behind } = connection;
    if (behind === null || !connection.open) continue;
    passOver(room, connection);
    if (connection.socket.buffered() <= deps.limits.slowBytes / 4) bring(room, connection, behind);
    else if (!isStuck(room, connection, behind)) still = true;
    else refuse(connection, CLOSE.tryAgain, 'slow', 'nothing could be delivered for too long; come back');
  }
  if (still) room.cancelCatchUp = deps.timers.after(deps.limits.catchUpEvery, () => catchUp(room));
}

function bring(room: RoomState, connection: Connection, behind: Behind): void {
  if (!connection.open) return;
  connection.behind = null;
  room.deps.counters.receiversCaughtUp += 1;
  const others = room.presence.others(connection);
  sendAllTo(room, connection, [
    ...differenceFor(room, behind),
    ...behind.events,
    ...(room.attendanceFrame === null ? [] : [room.attendanceFrame]),
    ...(others === null ? [] : [others]),
    ...(connection.owed === null ? [] : [acknowledgedFrame(connection.owed)]),
  ]);
  connection.owed = null;
}

function differenceFor({ text: { answers } }: RoomState, { stateVector, version }: Behind): Uint8Array[] {
  if (stateVector === null) return [];
  if (version === null) {
    const difference = answers.toReturner(stateVector);
    return difference === null ? [] : [difference];
  }
  return [answers.toSkipped(stateVector, version)];
}

function isStuck(room: RoomState, connection: Connection, behind: Behind): boolean {
  const now = room.deps.timers.now();
  const buffered = connection.socket.buffered();
  if (buffered < behind.least) {
    behind.least = buffered;
    behind.movedAt = now;
  }
  return now - behind.movedAt >= room.deps.limits.stuckAfter;
}
