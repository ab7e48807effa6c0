import * as Y from 'yjs';
import { CLOSE } from '../../shared/api/socket.ts';
import type { ClientId } from '../ports/text-log.ts';
import { acknowledge, type Behind, type Connection, refuse } from './connection.ts';
import { awarenessFrame } from './frames.ts';
import { applyDurable, resetFrontier } from './live-text.ts';
import type { RoomState } from './room-state.ts';

/** R3, R11: a window is durable: apply it, show it to all at once, then acknowledge it. */
export function showCommitted(room: RoomState, seqs: readonly number[]): void {
  const window = room.inFlight.splice(0, seqs.length);
  skipSlow(room);
  const frame = applyDurable(
    room.text,
    window.map((entry) => entry.update),
    seqs.at(-1) as number,
    (error) => room.deps.report('an update could not be integrated', error),
  );
  for (const entry of window) for (const client of entry.claims) room.text.unbound.delete(client);
  if (frame !== null) {
    const [first] = window;
    // Who alone wrote the whole window has it already.
    const sole = window.every((entry) => entry.connection === first?.connection) ? first?.connection : null;
    for (const connection of room.connections)
      if (connection !== sole && connection.listening && connection.behind === null)
        sendTo(room, connection, frame);
  }
  const touched = new Set<Connection>();
  for (const [k, entry] of window.entries()) {
    for (const { connection, ticket } of [entry, ...(entry.alsoWaiting ?? [])]) {
      if (connection === null) continue;
      connection.unsettled.delete(ticket);
      touched.add(connection);
    }
    entry.settled?.(seqs[k] as number);
  }
  for (const connection of touched) acknowledge(connection, room.deps.counters);
}

/**
 * R12: a window could not be stored. Everything on its way may build on it, so all of it is forgotten here and
 * stays with those who wrote it: their connections close, and they bring it again.
 */
export function dropInFlight(room: RoomState): void {
  const lost = room.inFlight.splice(0, room.inFlight.length);
  room.deps.counters.updatesDropped += lost.length;
  resetFrontier(
    room.text,
    lost.flatMap((entry): readonly ClientId[] => entry.claims),
  );
  for (const entry of lost) {
    for (const { connection } of [entry, ...(entry.alsoWaiting ?? [])])
      if (connection !== null)
        refuse(connection, CLOSE.tryAgain, 'store-unavailable', 'could not be stored; keep it and come back');
    entry.settled?.(null);
  }
}

export function sendTo(room: RoomState, connection: Connection, frame: Uint8Array): void {
  if (!connection.open) return;
  connection.lastSentAt = room.deps.timers.now();
  connection.socket.send(frame);
}

/** R13: before a window is applied, receivers whose network is full are noted with what they have, and skipped. */
function skipSlow(room: RoomState): void {
  const { answers } = room.text;
  for (const connection of room.connections) {
    if (!connection.listening || connection.behind !== null) continue;
    if (connection.socket.buffered() <= room.deps.limits.slowBytes) continue;
    fallBehind(room, connection, { stateVector: answers.stateVector(), version: answers.version() });
  }
}

function fallBehind(room: RoomState, connection: Connection, behind: Behind): void {
  connection.behind = behind;
  room.deps.counters.receiversSkipped += 1;
  room.cancelCatchUp ??= room.deps.timers.after(room.deps.limits.catchUpEvery, () => catchUp(room));
}

/** Brings those up to date whose network has room again, in one difference each. */
function catchUp(room: RoomState): void {
  room.cancelCatchUp = null;
  let still = false;
  for (const connection of room.connections) {
    const { behind } = connection;
    if (behind === null || !connection.open) continue;
    if (connection.socket.buffered() > room.deps.limits.slowBytes / 4) {
      still = true;
      continue;
    }
    connection.behind = null;
    room.deps.counters.receiversCaughtUp += 1;
    sendTo(room, connection, differenceFor(room, behind));
    const others = room.presence.others(connection);
    if (others.length > 0) sendTo(room, connection, awarenessFrame(others));
  }
  if (still) room.cancelCatchUp = room.deps.timers.after(room.deps.limits.catchUpEvery, () => catchUp(room));
}

function differenceFor({ text: { answers } }: RoomState, { stateVector, version }: Behind): Uint8Array {
  return version === null
    ? answers.toReturner(stateVector, Y.decodeStateVector(stateVector))
    : answers.toSkipped(stateVector, version);
}

/** R4: answers a sync step 1 with what the client lacks; newcomers share one encoding. Null stateVector: not readable. */
export function answerSync(room: RoomState, connection: Connection, stateVector: Uint8Array): boolean {
  const known = readStateVector(stateVector);
  if (known === null) return false;
  connection.listening = true;
  if (connection.socket.buffered() > room.deps.limits.slowBytes) {
    fallBehind(room, connection, { stateVector: stateVector.slice(), version: null });
    return true;
  }
  if (known.size === 0) {
    room.deps.counters.joinsWithFullState += 1;
    for (const frame of room.text.answers.initial()) sendTo(room, connection, frame);
    return true;
  }
  room.deps.counters.returnsWithDifference += 1;
  sendTo(room, connection, room.text.answers.toReturner(stateVector, known));
  return true;
}

function readStateVector(stateVector: Uint8Array): ReadonlyMap<ClientId, number> | null {
  try {
    return Y.decodeStateVector(stateVector);
  } catch {
    return null;
  }
}
