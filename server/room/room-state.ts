import type { DocumentId, NewId, ParticipantId } from '../../shared/model/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Counters } from '../ports/counters.ts';
import type { Facts } from '../ports/journal.ts';
import type { StoreTrouble } from '../ports/store-failure.ts';
import type { ClientId, TextLog } from '../ports/text-log.ts';
import type { Burden } from './burden.ts';
import type { ClaimQueue } from './claim-queue.ts';
import type { CommitQueue, Committer } from './commit-queue.ts';
import type { Connection } from './connection.ts';
import type { Limits } from './limits.ts';
import type { LiveText } from './live-text.ts';
import type { LooseStructs } from './loose-structs.ts';
import type { Outbox } from './outbox.ts';
import type { Presence } from './presence.ts';
import type { Bucket } from './rate.ts';
import type { Row } from './row.ts';
import type { Timers } from './timers.ts';
import type { Turns } from './turns.ts';

/** What rooms need from outside. */
export interface RoomDeps {
  readonly log: TextLog;
  readonly claims: ClaimQueue;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly limits: Limits;
  /** What rooms did, for the operator. */
  readonly counters: Counters;
  readonly newId: NewId;
  /** A random Yjs clientID for what the server writes. */
  readonly newClientId: () => ClientId;
  /** Tells the operator what went wrong. Never given words of a text. */
  readonly report: (what: string, error: unknown, facts?: Facts) => void;
  /** Tells the operator what a room did by itself. */
  readonly note: (what: string, facts: Facts) => void;
}

/** An admitted row on its way into the log. */
export interface InFlight {
  readonly row: Row;
  readonly claims: readonly ClientId[];
  /** The connection that brought it, or null for an edit of the server's. */
  readonly connection: Connection | null;
  /** One for each update in the row; none for an edit of the server's. */
  readonly tickets: number[];
  /** Others who brought nothing but what this update and earlier ones bring; they are acknowledged with it. */
  alsoWaiting: { readonly connection: Connection; readonly ticket: number }[] | null;
  /** For an edit of the server's: told the seq, or null when the update could not be stored, and why if that is known. */
  readonly settled: ((seq: number | null, trouble?: StoreTrouble) => void) | null;
}

/** A loaded room. Its parts (intake, outlet, protocol) are functions over this. */
export interface RoomState {
  readonly documentId: DocumentId;
  readonly deps: RoomDeps;
  readonly queue: CommitQueue;
  readonly committer: Committer;
  readonly text: LiveText;
  readonly connections: Set<Connection>;
  readonly inFlight: InFlight[];
  /** What everybody is to be told, and the turns in which they are. */
  readonly outbox: Outbox;
  readonly turns: Turns;
  /** Posts what goes along with a turn. */
  readonly beforeLap: () => void;
  /** Connections with updates that wait for what they build on. */
  readonly holding: Set<Connection>;
  readonly presence: Presence;
  readonly buckets: Map<ParticipantId, Bucket>;
  /** How many clientIDs new to the text somebody may still bring; kept while the room is, so that coming anew buys none. */
  readonly newClients: Map<ParticipantId, Bucket>;
  /** How many steps somebody may still cost Yjs; kept likewise. */
  readonly steps: Map<ParticipantId, Bucket>;
  /** What tells the steps that more will cost, beyond what the text's document has. */
  readonly loose: LooseStructs;
  /** What reading the whole text may cost. */
  readonly burden: Burden;
  /** Cancels the next look at skipped receivers, while there are any. */
  cancelCatchUp: (() => void) | null;
  presenceAt: number;
  presenceScheduled: boolean;
  renewalScheduled: boolean;
  /** The last attendance that was posted. */
  attendanceFrame: Uint8Array | null;
  /** A snapshot is being made: not twice at a time. */
  savingSnapshot: boolean;
  /** After a snapshot that failed, the update at which the next is tried. Infinity: the server stops. */
  noSnapshotBefore: number;
}
