import * as Y from 'yjs';
import { CLOSE } from '../../shared/api/socket.ts';
import { admit, joinRow } from './admit.ts';
import { type Connection, drawTicket, refuse, settleTickets } from './connection.ts';
import { askForEverything, hold } from './hold.ts';
import { type Judged, judge, refuseDepth, refuseUnpaid } from './judge.ts';
import { judgeTyped } from './judge-typed.ts';
import { nestsTooDeep } from './nesting.ts';
import { mayBind } from './new-clients.ts';
import type { Place } from './place.ts';
import type { RoomState } from './room-state.ts';
import { closeRow } from './row.ts';
import { payFor, payForTrying, payForTyped } from './steps.ts';
import { encodeFrontier, trimUpdate } from './trim.ts';
import { readTyped } from './typed.ts';
import { type ReadUpdate, readUpdate } from './update-reader.ts';

/** Tokens for taking apart an incomplete sync step 2: it costs a copy of the document. */
const DIVIDING_COST = 200;

/** Stands for an update that brings nothing, so that it need not be taken apart. */
const NOTHING_READ: ReadUpdate = { sections: [], deletions: [], deletionsAt: 0, bringsTypes: false };

/**
 * Judges an update that a connection brings and, if it is sound, sends it on its way into the log.
 * `everything`: it is a sync step 2, so the client has told all it has.
 */
export function takeUpdate(
  room: RoomState,
  connection: Connection,
  bytes: Uint8Array,
  everything: boolean,
): void {
  if (takeTyped(room, connection, bytes, everything)) return;
  // Only without structs may it bring nothing; what is typed does not ask the document.
  const empty = bytes[0] === 0 && room.text.answers.bringsNothing(bytes);
  const read = empty ? NOTHING_READ : readUpdate(bytes);
  if (read === null) {
    refuse(connection, CLOSE.garbage, 'garbage', 'not a Yjs update of encoding version 1');
    return;
  }
  if (everything) connection.asked = false;
  const verdict = judge(room, connection, bytes, read);
  if (!connection.seat.canWrite) {
    takeFromReader(connection, verdict);
    return;
  }
  if (!mayBind(room, connection, read)) {
    refuse(connection, CLOSE.flooding, 'rate', 'too many new clientIDs');
    return;
  }
  const ticket = drawTicket(connection);
  if (verdict.kind !== 'incomplete') {
    settle(room, connection, ticket, verdict, read);
    retryHeld(room);
    return;
  }
  hold(room, connection, { bytes, read, ticket, missing: verdict.missing });
  if (everything) takeCompletePart(room, connection, bytes, read);
  else askForEverything(room, connection);
}

/** The quick way of nearly every update; false when the general one must judge it. */
function takeTyped(room: RoomState, connection: Connection, bytes: Uint8Array, everything: boolean): boolean {
  const { participant, canWrite } = connection.seat;
  const typed = canWrite && participant !== null ? readTyped(bytes) : null;
  if (typed === null || participant === null) return false;
  const verdict = judgeTyped(room.text, participant.id, typed);
  if (verdict === null) return false;
  if (everything) connection.asked = false;
  const paid = payForTyped(room, participant.id, typed);
  if (paid !== 'paid') {
    refuseUnpaid(connection, paid);
    return true;
  }
  const ticket = drawTicket(connection);
  if (!joinRow(room, connection, typed)) {
    const entry = admit(room, verdict, connection, ticket, null, participant.id, typed);
    connection.gathering = entry;
  }
  if (room.holding.size > 0) retryHeld(room);
  return true;
}

/** R9: a reader's replies are welcome as long as they bring nothing; dropped doubled formats are not even that. */
function takeFromReader(connection: Connection, verdict: Judged): void {
  if (verdict.kind === 'known' || (verdict.kind === 'new' && verdict.formatsOnly)) return;
  refuse(connection, CLOSE.notPermitted, 'read-only', connection.seat.reason ?? 'reading only');
}

function settle(
  room: RoomState,
  connection: Connection,
  ticket: number,
  verdict: Judged,
  read: ReadUpdate,
): void {
  switch (verdict.kind) {
    case 'known': {
      room.deps.counters.updatesKnown += 1;
      // What it repeats may itself still be on its way into the log: settled with the last of it.
      const last = room.inFlight.at(-1);
      if (last === undefined) settleTickets(connection, [ticket]);
      else {
        last.alsoWaiting ??= [];
        last.alsoWaiting.push({ connection, ticket });
      }
      return;
    }
    case 'forged':
      refuse(connection, CLOSE.forged, 'forged', `clientID ${verdict.client} belongs to somebody else`);
      return;
    case 'too-deep':
      refuseDepth(connection);
      return;
    case 'new': {
      const paid = payFor(room, connection.seat.participant?.id, read, verdict);
      if (paid === 'paid') admit(room, verdict, connection, ticket, null);
      else refuseUnpaid(connection, paid);
      return;
    }
    case 'incomplete':
      return;
  }
}

/** The client has no more to tell, so what can be integrated is taken and only the rest waits. */
function takeCompletePart(
  room: RoomState,
  connection: Connection,
  bytes: Uint8Array,
  incomplete: ReadUpdate,
): void {
  if (!connection.open) return;
  if (!connection.bucket.take(DIVIDING_COST, room.deps.timers.now())) {
    refuse(connection, CLOSE.flooding, 'rate', 'too many incomplete updates');
    return;
  }
  // What it says of known structs need not be so, and Yjs breaks where it puts the rest of a half-known one behind what is gone.
  const unknown = trimUpdate(bytes, incomplete, room.text.frontier, incomplete.deletions);
  if (incomplete.bringsTypes && nestsTooDeep(room, unknown)) {
    refuseDepth(connection);
    return;
  }
  const paid = payForTrying(room, connection.seat.participant?.id, incomplete);
  if (paid !== 'paid') {
    refuseUnpaid(connection, paid);
    return;
  }
  const scratch = new Y.Doc();
  Y.applyUpdate(scratch, Y.encodeStateAsUpdate(room.text.doc));
  for (const { row } of room.inFlight) Y.applyUpdate(scratch, closeRow(row));
  Y.applyUpdate(scratch, unknown);
  scratch.store.pendingStructs = null;
  scratch.store.pendingDs = null;
  const part = Y.encodeStateAsUpdate(scratch, encodeFrontier(room.text.frontier));
  scratch.destroy();
  const read = readUpdate(part);
  if (read === null) throw new Error('Yjs wrote an update that does not read back');
  const verdict = judge(room, connection, part, read);
  if (verdict.kind !== 'new') return;
  settle(room, connection, drawTicket(connection), verdict, read);
  retryHeld(room);
}

const isKnown = (room: RoomState, { client, clock }: Place): boolean =>
  (room.text.frontier.get(client) ?? 0) > clock;

/** Looks again at everything that waits, until nothing more can be taken. */
export function retryHeld(room: RoomState): void {
  for (let moved = room.holding.size > 0; moved; ) {
    moved = false;
    for (const connection of room.holding) {
      const waiting = connection.held;
      connection.held = [];
      for (const held of waiting) {
        if (!connection.open) break;
        if (!isKnown(room, held.missing)) {
          connection.held.push(held);
          continue;
        }
        const verdict = judge(room, connection, held.bytes, held.read);
        if (verdict.kind === 'incomplete') connection.held.push({ ...held, missing: verdict.missing });
        else {
          settle(room, connection, held.ticket, verdict, held.read);
          moved = true;
        }
      }
      if (connection.held.length === 0) room.holding.delete(connection);
    }
  }
}
