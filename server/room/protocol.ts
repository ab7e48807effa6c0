import { CLOSE } from '../../shared/api/socket.ts';
import { unreachable } from '../../shared/model/result.ts';
import { acknowledge, type Connection, refuse } from './connection.ts';
import { failOn } from './fail-on.ts';
import { decodeFrame, type Incoming, KEEP_ALIVE } from './frames.ts';
import { takeUpdate } from './intake.ts';
import { answerSync } from './outlet.ts';
import { readAwareness } from './presence.ts';
import { takePresence } from './presence-flow.ts';
import { deliver } from './pump.ts';
import { createBucket, tokensFor } from './rate.ts';
import type { RoomState } from './room-state.ts';
import { sendTo } from './send.ts';

/** Tokens for every sync step 1 of a connection but its first: each may cost an encoding of the whole text. */
const ASKING_AGAIN = 50;

/** Barriers that may wait on one connection; a client needs one or two. */
const BARRIERS = 1024;

/** One frame of one connection: limits first, then one decoding, then the message it holds. */
export function receive(room: RoomState, connection: Connection, frame: Uint8Array): void {
  if (!connection.open) return;
  room.deps.counters.framesIn += 1;
  room.deps.counters.bytesIn += frame.length;
  // R17
  if (frame.length > room.deps.limits.frameBytes) {
    refuse(connection, CLOSE.oversized, 'oversized', `frames may have ${room.deps.limits.frameBytes} bytes`);
    return;
  }
  // R18
  if (!takeTokens(room, connection, tokensFor(frame.length))) {
    refuse(connection, CLOSE.flooding, 'rate', 'too many messages');
    return;
  }
  try {
    const incoming = decodeFrame(frame);
    if (incoming === null || !handle(room, connection, incoming))
      // R16
      refuse(connection, CLOSE.garbage, 'garbage', 'not a message of this protocol');
  } catch (error) {
    failOn(room, connection, 'a frame could not be handled', error);
  }
}

function takeTokens(room: RoomState, connection: Connection, tokens: number): boolean {
  const now = room.deps.timers.now();
  if (!connection.bucket.take(tokens, now)) return false;
  const { participant, canWrite } = connection.seat;
  if (participant === null) return true;
  let bucket = room.buckets.get(participant.id);
  if (bucket === undefined) {
    const { writerRate, readerRate, participantFactor } = room.deps.limits;
    bucket = createBucket(canWrite ? writerRate : readerRate, participantFactor);
    room.buckets.set(participant.id, bucket);
  }
  return bucket.take(tokens, now);
}

/** False when the message's content is garbage. */
function handle(room: RoomState, connection: Connection, incoming: Incoming): boolean {
  switch (incoming.kind) {
    case 'sync-step-1': // R4
      if (connection.listening && !takeTokens(room, connection, ASKING_AGAIN)) {
        refuse(connection, CLOSE.flooding, 'rate', 'the text was asked for too often');
        return true;
      }
      return answerSync(room, connection, incoming.stateVector);
    case 'sync-step-2': // R5–R10: all the client has that we lack
      takeUpdate(room, connection, incoming.update, true);
      return true;
    case 'update': // R5–R10
      takeUpdate(room, connection, incoming.update, false);
      return true;
    case 'awareness': {
      // R14
      const entries = readAwareness(incoming.update);
      if (entries === null) return false;
      takePresence(room, connection, entries);
      return true;
    }
    case 'query-awareness': // R14
      if (connection.behind === null)
        sendTo(room, connection, room.presence.others(connection) ?? KEEP_ALIVE);
      return true;
    case 'barrier': // R11
      if (connection.barriers.length >= BARRIERS) return false;
      connection.barriers.push({ number: incoming.number, ticket: connection.tickets });
      acknowledge(connection, room.deps.counters);
      if (connection.owed !== null) deliver(room, connection);
      return true;
    default:
      return unreachable(incoming);
  }
}
