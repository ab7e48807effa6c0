import type { IncomingMessage, Server } from 'node:http';
import type { WebSocket } from 'ws';
import { CLOSE, type CloseCode, DEFLATE_PARAMETER, type RefusedReason } from '../../shared/api/socket.ts';
import type { Bus } from '../ports/bus.ts';
import { type Counters, createCounters } from '../ports/counters.ts';
import type { Gatekeeper } from '../ports/gatekeeper.ts';
import type { Journal } from '../ports/journal.ts';
import { refuse, type SocketListener } from '../room/connection.ts';
import type { Rooms } from '../room/rooms.ts';
import { systemTimers, type Timers } from '../room/timers.ts';
import { newTraceId } from '../trace/trace-id.ts';
import { closeAll } from './close-all.ts';
import { limitControlFrames } from './control-frames.ts';
import { openDoor, type Visit } from './door.ts';
import { type DoorLimits, doorLimits } from './door-limits.ts';
import { type About, EVENT_FRAME_BYTES, enterEvents } from './event-door.ts';
import { createEventLines } from './event-lines.ts';
import type { FollowedSocket } from './followed-socket.ts';
import { type Pulse, startHeartbeat } from './heartbeat.ts';
import { factsOf, judgeVisitor } from './judge-visitor.ts';
import { readWhole } from './read-whole.ts';
import { createSessionSockets, NO_SESSIONS, type SignOuts, type Ticket } from './session-sockets.ts';
import { createSocketLog } from './socket-log.ts';
import { socketPort } from './socket-port.ts';
import { type Kind, takeSockets } from './take-sockets.ts';
import { createUnfinished } from './unfinished.ts';

export interface SocketsDeps {
  readonly rooms: Pick<Rooms, 'connect' | 'epoch'>;
  readonly gatekeeper: Pick<Gatekeeper, 'admit'>;
  readonly bus: Bus;
  /** PUBLIC_URL, whose pages are welcome; those of the host that was asked always are. */
  readonly publicOrigin: string | null;
  readonly report: (what: string, error: unknown) => void;
  /** Those of a process with few files unless given. */
  readonly limits?: Partial<DoorLimits>;
  /** By which address an upgrade is counted; null for none. Nobody is counted unless given. */
  readonly addressOf?: (request: IncomingMessage) => string | null;
  /** Tells of ended sessions, whose sockets close. */
  readonly signOuts?: SignOuts;
  /** The server's counters; its own unless given. */
  readonly counters?: Counters;
  /** Where sockets tell of their lives; nowhere unless given. */
  readonly journal?: Journal;
  /** The id of an upgrade request; a new one unless given. */
  readonly requestId?: (request: IncomingMessage) => string;
  readonly timers?: Timers;
}

export interface Sockets {
  /** Takes no more upgrades and closes what the rooms have not closed, with 1001. */
  close(): Promise<void>;
}

const SILENT: Journal = { debug: () => undefined, info: () => undefined, error: () => undefined };

/** Open files of a process of which nothing is known. */
const FEW_FILES = 10_240;

// What listens to an open socket is made outside of the functions that open it: it would keep what those know, which is
// the whole request, for as long as the socket lives (1.5 KB a reader).

const unheard = (): void => undefined;

const flooded = (socket: WebSocket): void => socket.close(CLOSE.flooding, 'pings');

/** Hands the messages of a socket to its room, and its end. */
function hear(socket: WebSocket, pulse: Pulse, listener: SocketListener): void {
  const receive = (message: Uint8Array): void => {
    pulse.messages += 1;
    listener.receive(message);
  };
  // A text message is none of this protocol; an empty frame is garbage to the room as well.
  socket.on('message', (data: Buffer, isBinary) => receive(isBinary ? data : new Uint8Array(0)));
  readWhole(socket, receive);
  socket.on('close', listener.closed);
}

/** Serves `/sync/<documentId>` and `/events/<documentId>` on an HTTP server's `upgrade` event. */
export function attachSockets(server: Server, deps: SocketsDeps): Sockets {
  const { rooms, gatekeeper, timers = systemTimers, counters = createCounters() } = deps;
  const limits = { ...doorLimits(FEW_FILES), ...deps.limits };
  const writers = takeSockets(limits, limits.writerFrameBytes);
  const readers = takeSockets(limits, limits.readerFrameBytes);
  const listeners = takeSockets(limits, EVENT_FRAME_BYTES);
  const log = createSocketLog(deps.journal ?? SILENT, counters, newTraceId, () => performance.now());
  const requestIdOf = deps.requestId ?? newTraceId;
  const lines = createEventLines(deps.bus, counters);
  const heartbeat = startHeartbeat({ every: limits.pingEvery, messageBeats: limits.messageBeats, timers });
  const sessions =
    deps.signOuts === undefined
      ? NO_SESSIONS
      : createSessionSockets(deps.signOuts, (socket) => socket.close(CLOSE.reauthorise, 'signed out'));
  const unfinished = createUnfinished(limits, timers, (socket) =>
    turnAway(socket, CLOSE.tryAgain, 'slow', 'too much was under way at once; come back and bring it again'),
  );
  const turnAway = (socket: WebSocket, code: CloseCode, reason: RefusedReason, detail: string): void =>
    refuse({ socket: socketPort(socket, counters), open: true }, code, reason, detail);

  /** Opens the socket, and counts and watches it from then on. `seat` is called when it may stay. */
  const open = (
    kind: Kind,
    { request, line, head, address, door: name }: Visit,
    ticket: Ticket,
    { about, stranger }: { readonly about: About; readonly stranger: boolean },
    seat: (socket: FollowedSocket, pulse: Pulse) => void,
  ): void => {
    if (line.destroyed) return;
    const hasRoom = door.addresses.hasRoom(address, stranger);
    // R32: the answer to the upgrade and what is said first are one write, unless the text is still to be loaded.
    line.cork();
    process.nextTick(() => line.uncork());
    kind.handleUpgrade(request, line, head, (socket) => {
      socket.on('error', unheard);
      socket.on('close', door.addresses.seat(address, stranger));
      limitControlFrames(socket, limits.controlRate, timers, flooded);
      unfinished.watch(socket, address, stranger);
      const pulse = heartbeat.watch(socket);
      const isSeated = hasRoom && ticket.seat(socket);
      const { documentId, participantId } = about;
      const sat = isSeated ? about.seat : null;
      log.follow(socket, {
        door: name,
        documentId,
        participantId,
        seat: sat,
        requestId: requestIdOf(request),
      });
      if (isSeated) seat(socket, pulse);
      else if (hasRoom) socket.close(CLOSE.reauthorise, 'signed out');
      else turnAway(socket, CLOSE.flooding, 'crowded', 'too many connections of this address');
    });
  };

  const enterText = async (visit: Visit, ticket: Ticket): Promise<void> => {
    const { documentId, credentials, parameters } = visit;
    const epoch = rooms.epoch(documentId);
    const judgement = await judgeVisitor(gatekeeper, credentials, documentId, parameters);
    if (!judgement.admitted && judgement.code === CLOSE.notSignedIn && door.turnAwayStranger(visit)) return;
    const facts = factsOf(judgement, documentId);
    const readsPacked = parameters.get(DEFLATE_PARAMETER) === '1';
    open(facts.about.seat === 'writer' ? writers : readers, visit, ticket, facts, (socket, pulse) => {
      if (!judgement.admitted) {
        // Closed only now, because browsers show a page the close code but not the status of a refused upgrade.
        turnAway(socket, judgement.code, judgement.reason, judgement.detail);
        return;
      }
      const port = socketPort(socket, counters, readsPacked);
      hear(socket, pulse, rooms.connect(documentId, judgement.visitor, port, epoch));
    });
  };

  const enterAsListener = async (visit: Visit, ticket: Ticket): Promise<void> => {
    const welcomed = await enterEvents(lines, gatekeeper, visit.credentials, visit.documentId);
    let seated = false;
    if (!welcomed.notSignedIn || !door.turnAwayStranger(visit))
      open(listeners, visit, ticket, welcomed, (socket) => {
        seated = true;
        welcomed.seat(socket);
      });
    if (!seated) welcomed.abandon();
  };

  const enter = async (visit: Visit): Promise<void> => {
    const { cookie, bearer } = visit.credentials;
    const ticket = await sessions.reserve(bearer === null ? cookie : null);
    try {
      await (visit.door === 'sync' ? enterText : enterAsListener)(visit, ticket);
    } finally {
      ticket.leave();
    }
  };

  const clients = (): FollowedSocket[] => [writers, readers, listeners].flatMap((kind) => [...kind.clients]);
  const door = openDoor(
    server,
    {
      limits,
      publicOrigin: deps.publicOrigin,
      addressOf: deps.addressOf ?? (() => null),
      open: () => writers.clients.size + readers.clients.size + listeners.clients.size,
      report: deps.report,
      refused: (request, status, reason) => log.turnedAway(status, requestIdOf(request), reason),
      timers,
    },
    enter,
  );

  return {
    async close() {
      door.close();
      heartbeat.end();
      lines.close();
      sessions.end();
      await closeAll(clients(), timers);
    },
  };
}
