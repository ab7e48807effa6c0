import type { CloseCode, RefusedReason } from '../../shared/api/socket.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { Delegation, Participant } from '../../shared/model/participant.ts';
import type { Refusal } from '../../shared/policy/can.ts';
import type { Listener } from '../../shared/policy/told.ts';
import type { Counters } from '../ports/counters.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { ClientId } from '../ports/text-log.ts';
import { refusedFrame } from './frames.ts';
import type { Limits } from './limits.ts';
import type { Place } from './place.ts';
import { type Bucket, createBucket } from './rate.ts';
import type { Row } from './row.ts';
import type { ReadUpdate } from './update-reader.ts';

/** What a room needs of a socket. `send` must not throw; after `close` it may do nothing. */
export interface SocketPort {
  /** The same array may be handed to many sockets; nobody changes it. */
  send(frame: Uint8Array): void;
  /** Several frames in one write. The same list may be handed to many sockets as well. */
  sendAll(frames: readonly Uint8Array[]): void;
  /** Bytes handed over that the network has not taken yet. */
  buffered(): number;
  /** Whether the other end asked for the packed initial state. */
  readonly readsPacked?: boolean;
  close(code: CloseCode, reason: string): void;
}

/** What a socket tells its room. */
export interface SocketListener {
  receive(frame: Uint8Array): void;
  closed(): void;
}

/** Who sits at a connection, as judged when it was opened. A change of access closes it. */
export interface Seat {
  readonly participant: Participant | null;
  readonly delegation: Delegation | null;
  readonly canWrite: boolean;
  readonly reason: Refusal | null;
  readonly document: Pick<OutcomeDocument, 'phase' | 'closesAt'>;
  /** What events they may hear. */
  readonly listener: Listener;
}

export function seatOf(visitor: Visitor): Seat {
  const writing = visitor.abilities['text.write'];
  const canWrite = visitor.participant !== null && writing.allowed;
  return {
    participant: visitor.participant,
    delegation: visitor.delegation,
    canWrite,
    reason: canWrite ? null : writing.allowed ? 'not-a-participant' : writing.reason,
    document: visitor.document,
    listener: { participant: visitor.participant?.id ?? null, abilities: visitor.abilities },
  };
}

/** An update that waits for what it builds on. */
export interface Held {
  readonly bytes: Uint8Array;
  readonly read: ReadUpdate;
  readonly ticket: number;
  /** Until this is known it need not be looked at again. */
  readonly missing: Place;
}

/** What a skipped receiver still has to get. */
export interface Behind {
  /** State vector of what it has; null when it has not asked for the text. */
  readonly stateVector: Uint8Array | null;
  /** The version of the answers at which it had everything. Null: it waits for the answer to its sync step 1. */
  readonly version: number | null;
  /** Events it has missed. */
  readonly events: Uint8Array[];
  /** The least that its network has had to take since then, in bytes, and when it came down to that. */
  least: number;
  movedAt: number;
}

/** One open socket of a room. Plain state; the room alone changes it. */
export interface Connection {
  readonly seat: Seat;
  readonly socket: SocketPort;
  readonly bucket: Bucket;
  open: boolean;
  /** Set once the first sync step 1 has come: broadcasts before it would build on nothing. */
  listening: boolean;
  behind: Behind | null;
  /** Number of the next entry of the outbox that it has to get. */
  next: number;
  /** The barrier whose acknowledgement it is owed. */
  owed: number | null;
  /** In whole milliseconds: a fraction would be an object of its own, and a thousand of them a second. */
  lastSentAt: number;
  /** Every received update draws a ticket; `unsettled` holds, in rising order, those that are not durable yet. */
  tickets: number;
  readonly unsettled: number[];
  /** Its newest entry on its way into the log, while more of what it types may join that. */
  gathering: { readonly row: Row; readonly tickets: number[] } | null;
  readonly barriers: { readonly number: number; readonly ticket: number }[];
  held: Held[];
  /** A sync step 1 of ours is unanswered, so there is no need to ask for what is missing. */
  asked: boolean;
  /** ClientIDs whose presence this connection shows. */
  readonly presences: Set<ClientId>;
  /** How many clientIDs it has bound by announcing them. */
  announced: number;
}

/** Of those who may not write: nothing they bring draws a ticket. */
const NEVER_UNSETTLED: number[] = [];

export const createConnection = (seat: Seat, socket: SocketPort, limits: Limits): Connection => ({
  seat,
  socket,
  bucket: createBucket(seat.canWrite ? limits.writerRate : limits.readerRate),
  open: true,
  listening: false,
  behind: null,
  next: 0,
  owed: null,
  lastSentAt: 0,
  tickets: 0,
  unsettled: seat.canWrite ? [] : NEVER_UNSETTLED,
  gathering: null,
  barriers: [],
  held: [],
  asked: false,
  presences: new Set(),
  announced: 0,
});

/** Draws a ticket for an update that has come. */
export function drawTicket(connection: Connection): number {
  connection.tickets += 1;
  connection.unsettled.push(connection.tickets);
  return connection.tickets;
}

/** What drew these tickets, in rising order, is durable, or brought nothing. Nearly always they follow each other. */
export function settleTickets({ unsettled }: Connection, tickets: readonly number[]): void {
  const [first = 0, last = 0] = [tickets[0], tickets.at(-1)];
  const at = unsettled.indexOf(first);
  const isRun = last - first === tickets.length - 1 && unsettled[at + tickets.length - 1] === last;
  if (at >= 0 && isRun) unsettled.splice(at, tickets.length);
  else
    for (const ticket of tickets) {
      const place = unsettled.indexOf(ticket);
      if (place >= 0) unsettled.splice(place, 1);
    }
}

/** Notes that every barrier before which nothing is unsettled is owed an answer; only the highest needs one. */
export function acknowledge(connection: Connection, counters: Counters): void {
  if (connection.barriers.length === 0 || !connection.open) return;
  const oldest = connection.unsettled[0] ?? Number.POSITIVE_INFINITY;
  let passed = 0;
  for (const barrier of connection.barriers) {
    if (barrier.ticket >= oldest) break;
    connection.owed = barrier.number;
    passed += 1;
  }
  if (passed === 0) return;
  connection.barriers.splice(0, passed);
  counters.acknowledgements += 1;
}

/** Says why, then closes. The room forgets the connection when it is told that the socket closed. */
export function refuse(
  connection: Pick<Connection, 'socket' | 'open'>,
  code: CloseCode,
  reason: RefusedReason,
  detail: string,
): void {
  if (!connection.open) return;
  connection.open = false;
  connection.socket.send(refusedFrame({ reason, detail }));
  connection.socket.close(code, reason);
}
