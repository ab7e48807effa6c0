import { CLOSE } from '../../shared/api/socket.ts';
import { TROUBLE_WORDS, troubleOf } from '../ports/store-failure.ts';
import type { ClientId } from '../ports/text-log.ts';
import { fallBehind, isSlow } from './catch-up.ts';
import { acknowledge, type Connection, refuse, settleTickets } from './connection.ts';
import { applyDurable, resetFrontier } from './live-text.ts';
import { post } from './outbox.ts';
import { deliver, pump } from './pump.ts';
import type { InFlight, RoomState } from './room-state.ts';
import { sendAllTo, sendTo } from './send.ts';
import { recount } from './steps.ts';

/** First byte of the state vector of a document in which nobody has written: a variable-length count of clients. */
const NO_CLIENTS = 0;

/** R3, R11: a window is durable: apply it, post it for all as one frame, acknowledge it. */
export function showCommitted(room: RoomState, seqs: readonly number[]): void {
  const window = room.inFlight.splice(0, seqs.length);
  const shown = applyDurable(room.text, window, seqs.at(-1) as number, (error) =>
    room.deps.report('an update could not be integrated', error),
  );
  for (const entry of window) for (const client of entry.claims) room.text.unbound.delete(client);
  if (shown !== null) {
    const [first] = window;
    // Who alone wrote the whole window has it already.
    const sole = window.every((entry) => entry.connection === first?.connection) ? first?.connection : null;
    const instead = sole == null ? null : new Map([[sole, null]]);
    room.turns.shown += window.length;
    post(room.outbox, 'text', shown.frame, { instead, before: shown.before });
  }
  for (const [k, entry] of window.entries()) settle(entry, seqs[k] as number);
  room.deps.counters.updatesCommitted += countUpdates(window);
  // Only now: what somebody brought last may settle a higher barrier, and one acknowledgement is enough.
  for (const entry of window) {
    answerBarriers(room, entry.connection);
    if (entry.alsoWaiting !== null)
      for (const { connection } of entry.alsoWaiting) answerBarriers(room, connection);
  }
  pump(room);
}

/** What waited for an entry waits no more. */
function settle(entry: InFlight, seq: number): void {
  const { connection } = entry;
  if (connection !== null) {
    settleTickets(connection, entry.tickets);
    if (connection.gathering === entry) connection.gathering = null;
  }
  if (entry.alsoWaiting !== null)
    for (const waiting of entry.alsoWaiting) settleTickets(waiting.connection, [waiting.ticket]);
  entry.settled?.(seq);
}

function answerBarriers(room: RoomState, connection: Connection | null): void {
  if (connection === null) return;
  acknowledge(connection, room.deps.counters);
  if (connection.owed !== null) deliver(room, connection);
}

/** An edit of the server's is one. */
const countUpdates = (entries: readonly InFlight[]): number =>
  entries.reduce((sum, { tickets }) => sum + Math.max(1, tickets.length), 0);

/**
 * R12: a window could not be stored. Everything on its way may build on it, so all of it is forgotten here and
 * stays with those who wrote it: their connections close, and they bring it again.
 */
export function dropInFlight(room: RoomState, error: unknown): void {
  const lost = room.inFlight.splice(0, room.inFlight.length);
  room.deps.counters.updatesDropped += countUpdates(lost);
  resetFrontier(
    room.text,
    lost.flatMap((entry): readonly ClientId[] => entry.claims),
  );
  recount(room);
  const trouble = troubleOf(error);
  const detail = trouble === null ? 'could not be stored; keep it and come back' : TROUBLE_WORDS[trouble];
  for (const entry of lost) {
    for (const { connection } of [entry, ...(entry.alsoWaiting ?? [])])
      if (connection !== null) refuse(connection, CLOSE.tryAgain, 'store-unavailable', detail);
    entry.settled?.(null, trouble ?? undefined);
  }
  pump(room);
}

/** R4: answers a sync step 1 with what the client lacks; newcomers share one encoding. False: not readable. */
export function answerSync(room: RoomState, connection: Connection, stateVector: Uint8Array): boolean {
  const { text, deps } = room;
  const isNew = stateVector[0] === NO_CLIENTS;
  const difference = isNew ? null : text.answers.toReturner(stateVector);
  if (!isNew && difference === null) return false;
  // What is still to be told from before goes first: of the text, the answer has all of it.
  deliver(room, connection);
  connection.listening = true;
  if (isSlow(room, connection)) {
    fallBehind(room, connection, { stateVector: stateVector.slice(), version: null });
    return true;
  }
  if (difference !== null) {
    deps.counters.returnsWithDifference += 1;
    sendTo(room, connection, difference);
    return true;
  }
  const packed = connection.socket.readsPacked === true ? text.answers.packed() : null;
  deps.counters[packed === null ? 'joinsWithFullState' : 'joinsWithPackedState'] += 1;
  sendAllTo(room, connection, packed ?? text.answers.initial());
  return true;
}
