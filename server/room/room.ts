import type * as Y from 'yjs';
import { CLOSE, type CloseCode, type EventMessage } from '../../shared/api/socket.ts';
import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { RoomPressure } from '../ports/metrics.ts';
import type { ClientId } from '../ports/text-log.ts';
import { attendanceOf, createAttendanceFlow } from './attendance.ts';
import { createBurden } from './burden.ts';
import type { CommitQueue } from './commit-queue.ts';
import { type Connection, createConnection, refuse, type Seat, type SocketPort } from './connection.ts';
import { cloneText, editText } from './edit.ts';
import { createGreetings } from './greetings.ts';
import { isUnwritten, type LiveText } from './live-text.ts';
import { createLooseStructs } from './loose-structs.ts';
import { createOutbox, endOf } from './outbox.ts';
import { dropInFlight, showCommitted } from './outlet.ts';
import { createPresence } from './presence.ts';
import { postPresence, schedulePresence } from './presence-flow.ts';
import { pressureOf } from './pressure.ts';
import { receive } from './protocol.ts';
import { deliver, readyAt } from './pump.ts';

import type { RoomDeps, RoomState } from './room-state.ts';
import { sendAllTo } from './send.ts';
import { saveSnapshot, snapshotWhenDue } from './snapshot.ts';
import { keepAlive, tell } from './tell.ts';
import { createTurns } from './turns.ts';

/** The server's live copy of one working text and the connections to it. */
export interface Room {
  connect(seat: Seat, socket: SocketPort): Connection;
  receive(connection: Connection, frame: Uint8Array): void;
  /** The socket is gone. */
  disconnect(connection: Connection): void;
  clone(): Y.Doc;
  edit(
    author: ParticipantId,
    change: (text: Y.Text) => unknown,
    once?: ClientId,
  ): Promise<Result<{ readonly seq: number }, Problem>>;
  tell(event: EventMessage): void;
  /** Closes all connections, or one participant's. */
  dismiss(code: CloseCode, reason: string, participantId?: ParticipantId): void;
  attendance(): { readonly drafting: number; readonly reading: number };
  pressure(): Omit<RoomPressure, 'rooms'>;
  /** Sends something harmless to whoever has heard nothing for a while. */
  keepAlive(): void;
  /** No connections and nothing on its way. */
  isIdle(): boolean;
  /** Frees the memory, at once. */
  close(): void;
  /** Frees the memory of a room that nobody needs, and has a snapshot made, so that it comes back quickly. */
  unload(): Promise<void>;
}

export function createRoom(documentId: DocumentId, text: LiveText, queue: CommitQueue, deps: RoomDeps): Room {
  const room: RoomState = {
    documentId,
    deps,
    queue,
    committer: {
      readyAt: () => readyAt(room),
      committed(seqs) {
        showCommitted(room, seqs);
        snapshotWhenDue(room);
      },
      failed(error) {
        deps.report('updates could not be stored', error);
        dropInFlight(room, error);
      },
    },
    text,
    connections: new Set(),
    inFlight: [],
    outbox: createOutbox(),
    turns: createTurns(),
    beforeLap: () => postPresence(room),
    holding: new Set(),
    presence: createPresence(),
    buckets: new Map(),
    newClients: new Map(),
    steps: new Map(),
    loose: createLooseStructs(),
    burden: createBurden(),
    cancelCatchUp: null,
    presenceAt: Number.NEGATIVE_INFINITY,
    presenceScheduled: false,
    renewalScheduled: false,
    attendanceFrame: null,
    savingSnapshot: false,
    noSnapshotBefore: 0,
  };
  const greetings = createGreetings(text, room.presence);
  const attendanceFlow = createAttendanceFlow(room);
  const serverClients = new Map<ParticipantId, ClientId>();
  let lastEdit: Promise<unknown> = Promise.resolve();

  const serverClientOf = (author: ParticipantId): ClientId => {
    let client = serverClients.get(author);
    while (client === undefined || (text.owners.get(client) ?? author) !== author)
      client = deps.newClientId();
    serverClients.set(author, client);
    return client;
  };

  const edit: Room['edit'] = (author, change, once) => {
    const next = lastEdit.then(() =>
      editText(room, author, once ?? serverClientOf(author), change, once !== undefined),
    );
    lastEdit = next.catch(() => undefined);
    return next;
  };

  /** Open connections by participant. */
  const seats = new Map<ParticipantId, number>();
  const countOf = (participantId: ParticipantId): number => seats.get(participantId) ?? 0;

  const free = (): void => {
    room.cancelCatchUp?.();
    room.turns.cancel?.();
    text.doc.destroy();
  };

  return {
    connect(seat, socket) {
      const connection = createConnection(seat, socket, deps.limits);
      if (
        seat.participant !== null &&
        countOf(seat.participant.id) >= deps.limits.connectionsPerParticipant
      ) {
        refuse(connection, CLOSE.flooding, 'rate', 'too many connections of one participant');
        return connection;
      }
      connection.next = endOf(room.outbox);
      room.connections.add(connection);
      if (seat.participant !== null) seats.set(seat.participant.id, countOf(seat.participant.id) + 1);
      deps.counters.opened[seat.canWrite ? 'writer' : 'reader'] += 1;
      // R1: permissions first, so that a client which may not write knows before it is asked for what it has.
      connection.asked = true;
      sendAllTo(room, connection, greetings.of(connection));
      attendanceFlow.changed();
      // A writer opens an unwritten text: give it its first paragraph, as the server does for created ones.
      if (seat.canWrite && seat.participant !== null && isUnwritten(text) && room.inFlight.length === 0)
        void edit(seat.participant.id, () => undefined);
      return connection;
    },
    receive: (connection, frame) => receive(room, connection, frame),
    disconnect(connection) {
      connection.open = false;
      if (!room.connections.delete(connection)) return;
      deps.counters.closed[connection.seat.canWrite ? 'writer' : 'reader'] += 1;
      connection.held = [];
      room.holding.delete(connection);
      room.presence.leave(connection);
      schedulePresence(room);
      attendanceFlow.changed();
      const participantId = connection.seat.participant?.id;
      if (participantId === undefined) return;
      const left = countOf(participantId) - 1;
      if (left > 0) {
        seats.set(participantId, left);
        return;
      }
      seats.delete(participantId);
      room.buckets.delete(participantId);
    },
    clone: () => cloneText(room),
    edit,
    tell(event) {
      tell(room, event);
    },
    dismiss(code, reason, participantId) {
      for (const connection of [...room.connections]) {
        if (participantId !== undefined && connection.seat.participant?.id !== participantId) continue;
        if (!connection.open) continue;
        deliver(room, connection);
        connection.open = false;
        connection.socket.close(code, reason);
      }
    },
    attendance: () => attendanceOf(room.connections),
    pressure: () => pressureOf(room),
    keepAlive() {
      keepAlive(room);
    },
    isIdle: () => room.connections.size === 0 && room.inFlight.length === 0,
    close() {
      room.noSnapshotBefore = Number.POSITIVE_INFINITY;
      free();
    },
    async unload() {
      free();
      await saveSnapshot(room);
    },
  };
}
