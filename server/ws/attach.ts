import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { CLOSE, MAX_FRAME_BYTES } from '../../shared/api/socket.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Bus } from '../ports/bus.ts';
import { type Counters, createCounters } from '../ports/counters.ts';
import type { Gatekeeper } from '../ports/gatekeeper.ts';
import type { Journal } from '../ports/journal.ts';
import { refuse, seatOf } from '../room/connection.ts';
import type { Rooms } from '../room/rooms.ts';
import { credentialsOf, isOwnOrigin } from './credentials.ts';
import { EVENT_FRAME_BYTES, enterEvents } from './event-door.ts';
import { createEventLines } from './event-lines.ts';
import { FollowedSocket } from './followed-socket.ts';
import { startHeartbeat } from './heartbeat.ts';
import { judgeVisitor } from './judge-visitor.ts';
import { createSocketLog } from './socket-log.ts';
import { socketPort } from './socket-port.ts';

export interface SocketsDeps {
  readonly rooms: Pick<Rooms, 'connect' | 'epoch'>;
  readonly gatekeeper: Pick<Gatekeeper, 'admit'>;
  readonly bus: Bus;
  /** PUBLIC_URL, whose pages are welcome; those of the host that was asked always are. */
  readonly publicOrigin: string | null;
  readonly report: (what: string, error: unknown) => void;
  /** The server's counters; its own unless given. */
  readonly counters?: Counters;
  /** Where sockets tell of their lives; nowhere unless given. */
  readonly journal?: Journal;
  /** The id of an upgrade request; a new one unless given. */
  readonly requestId?: (request: IncomingMessage) => string;
  /** Largest frame in bytes; MAX_FRAME_BYTES unless a test wants less. */
  readonly maxFrameBytes?: number;
}

export interface Sockets {
  /** Takes no more upgrades and closes what the rooms have not closed, with 1001. */
  close(): Promise<void>;
}

const SILENT: Journal = { debug: () => undefined, info: () => undefined, error: () => undefined };

const PATH = /^\/(sync|events)\/([^/?]+)$/;

/** Time for sockets to answer the closing handshake before they are cut. */
const CLOSING_TIME = 2_000;

/** Serves `/sync/<documentId>` and `/events/<documentId>` on an HTTP server's `upgrade` event. */
export function attachSockets(server: Server, deps: SocketsDeps): Sockets {
  const sockets = new WebSocketServer({
    noServer: true,
    WebSocket: FollowedSocket,
    maxPayload: deps.maxFrameBytes ?? MAX_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const listeners = new WebSocketServer({
    noServer: true,
    WebSocket: FollowedSocket,
    maxPayload: EVENT_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const counters = deps.counters ?? createCounters();
  const log = createSocketLog(deps.journal ?? SILENT, counters, randomUUID, () => performance.now());
  const requestIdOf = deps.requestId ?? (() => randomUUID());
  const lines = createEventLines(deps.bus, counters);
  let closing = false;

  const upgrade = async (request: IncomingMessage, line: Duplex, head: Buffer): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://host');
    const [, door, name] = PATH.exec(url.pathname) ?? [];
    const requestId = requestIdOf(request);
    const turnAway = (status: number): void => {
      log.turnedAway(status, requestId);
      answer(line, status);
    };
    if (name === undefined) return turnAway(404);
    if (closing) return turnAway(503);
    const credentials = credentialsOf(request.headers);
    if (credentials.bearer === null && !isOwnOrigin(request.headers, deps.publicOrigin)) return turnAway(403);
    const documentId = decodeURIComponent(name) as DocumentId;
    if (door === 'events') {
      const { seat, abandon, about } = await enterEvents(lines, deps.gatekeeper, credentials, documentId);
      if (line.destroyed) return abandon();
      listeners.handleUpgrade(request, line, head, (socket) => {
        socket.on('error', () => undefined);
        log.follow(socket, { door, ...about, requestId });
        seat(socket);
      });
      return;
    }
    const epoch = deps.rooms.epoch(documentId);
    const judgement = await judgeVisitor(deps.gatekeeper, credentials, documentId, url.searchParams);
    if (line.destroyed) return;
    sockets.handleUpgrade(request, line, head, (socket) => {
      socket.on('error', () => undefined);
      if (!judgement.admitted) {
        // Closed only now, because browsers show a page the close code but not the status of a refused upgrade.
        const { code, reason, detail } = judgement;
        const documentKnown =
          code !== CLOSE.noDocument && code !== CLOSE.otherSchema && code !== CLOSE.notSignedIn;
        log.follow(socket, {
          ...{ door: 'sync', documentId: documentKnown ? documentId : null, participantId: null, seat: null },
          requestId,
        });
        refuse({ socket: socketPort(socket, counters), open: true }, code, reason, detail);
        return;
      }
      const { participant, canWrite } = seatOf(judgement.visitor);
      log.follow(socket, {
        ...{ door: 'sync', documentId, participantId: participant?.id ?? null },
        ...{ seat: canWrite ? 'writer' : 'reader', requestId },
      });
      const listener = deps.rooms.connect(documentId, judgement.visitor, socketPort(socket, counters), epoch);
      socket.on('message', (data: Buffer, isBinary) => {
        // A text message is none of this protocol; an empty frame is garbage to the room as well.
        listener.receive(isBinary ? data : new Uint8Array(0));
      });
      socket.on('close', () => listener.closed());
    });
  };

  const onUpgrade = (request: IncomingMessage, line: Duplex, head: Buffer): void => {
    line.on('error', () => line.destroy());
    upgrade(request, line, head).catch((error: unknown) => {
      deps.report('an upgrade failed', error);
      answer(line, error instanceof URIError ? 400 : 500);
    });
  };
  server.on('upgrade', onUpgrade);
  const clients = (): FollowedSocket[] => [...sockets.clients, ...listeners.clients];
  const endHeartbeat = startHeartbeat(clients);

  return {
    async close() {
      closing = true;
      endHeartbeat();
      lines.close();
      const open = clients();
      for (const socket of open) socket.close(CLOSE.goingAway, 'stopping');
      const cut = setTimeout(() => {
        for (const socket of open) socket.terminate();
      }, CLOSING_TIME);
      await Promise.all(
        open.map((socket) =>
          socket.readyState === socket.CLOSED
            ? undefined
            : new Promise((resolve) => socket.once('close', resolve)),
        ),
      );
      clearTimeout(cut);
      server.off('upgrade', onUpgrade);
    },
  };
}

function answer(line: Duplex, status: number): void {
  if (!line.destroyed)
    line.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
