import type { Verdict } from './admission.ts';
import type { Connection } from './connection.ts';
import type { InFlight, RoomState } from './room-state.ts';
import { closeRow, join, rowOf, rowOfTyped } from './row.ts';
import type { Typed } from './typed.ts';

/** Sends an update on its way into the log; the frontier and the owners count it from now on. */
export function admit(
  room: RoomState,
  verdict: Extract<Verdict, { kind: 'new' }>,
  connection: Connection | null,
  ticket: number,
  settled: InFlight['settled'],
  author = connection?.seat.participant?.id,
  typed: Typed | null = null,
): InFlight {
  if (author === undefined) throw new Error('an update without an author');
  for (const [client, clock] of verdict.reach) room.text.frontier.set(client, clock);
  for (const client of verdict.claims) {
    room.text.owners.set(client, author);
    room.text.unbound.add(client);
  }
  const { claims, reach } = verdict;
  const row =
    typed === null ? rowOf(verdict.update, reach) : rowOfTyped(typed, reach, room.deps.timers.now());
  const tickets = connection === null ? [] : [ticket];
  const entry: InFlight = { row, claims, connection, tickets, alsoWaiting: null, settled };
  if (connection !== null) connection.gathering = null;
  room.inFlight.push(entry);
  room.deps.counters.updatesAdmitted += 1;
  const { documentId } = room;
  const at = room.deps.clock.now();
  room.queue.add(room.committer, () => ({
    documentId,
    participantId: author,
    at,
    update: closeRow(row),
    claims,
  }));
  return entry;
}

/** R66: what follows in the same window is stored in the same row. */
export function joinRow(room: RoomState, connection: Connection, typed: Typed): boolean {
  const entry = connection.gathering;
  if (entry === null || !join(entry.row, typed, room.text.shown, room.deps.timers.now())) return false;
  entry.tickets.push(connection.tickets);
  room.text.frontier.set(typed.client, typed.end);
  room.deps.counters.updatesAdmitted += 1;
  return true;
}
