import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { CLOSE, MAX_FRAME_BYTES } from '../../shared/api/socket.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Bus } from '../ports/bus.ts';
import { type Counters, createCounters } from '../ports/counters.ts';
import type { Gatekeeper } from '../ports/gatekeeper.ts';
import { refuse } from '../room/connection.ts';
import type { Rooms } from '../room/rooms.ts';
import { credentialsOf, isOwnOrigin } from './credentials.ts';
import { EVENT_FRAME_BYTES, enterEvents } from './event-door.ts';
import { createEventLines } from './event-lines.ts';
import { startHeartbeat } from './heartbeat.ts';
import { judgeVisitor } from './judge-visitor.ts';
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
  /** Largest frame in bytes; MAX_FRAME_BYTES unless a test wants less. */
  readonly maxFrameBytes?: number;
}

export interface Sockets {
  /** Takes no more upgrades and closes what the rooms have not closed, with 1001. */
  close(): Promise<void>;
}

const PATH = /^\/(sync|events)\/([^/?]+)$/;

/** Time for sockets to answer the closing handshake before they are cut. */
const CLOSING_TIME = 2_000;

/** Serves `/sync/<documentId>` and `/events/<documentId>` on an HTTP server's `upgrade` event. */
export function attachSockets(server: Server, deps: SocketsDeps): Sockets {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: deps.maxFrameBytes ?? MAX_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const listeners = new WebSocketServer({
    noServer: true,
    maxPayload: EVENT_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const counters = deps.counters ?? createCounters();
  const lines = createEventLines(deps.bus, counters);
  let closing = false;

  const upgrade = async (request: IncomingMessage, line: Duplex, head: Buffer): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://host');
    const [, door, name] = PATH.exec(url.pathname) ?? [];
    if (name === undefined) return answer(line, 404);
    if (closing) return answer(line, 503);
    const credentials = credentialsOf(request.headers);
    if (credentials.bearer === null && !isOwnOrigin(request.headers, deps.publicOrigin))
      return answer(line, 403);
    const documentId = decodeURIComponent(name) as DocumentId;
    if (door === 'events') {
      const { seat, abandon } = await enterEvents(lines, deps.gatekeeper, credentials, documentId, counters);
      if (line.destroyed) return abandon();
      listeners.handleUpgrade(request, line, head, (socket) => {
        socket.on('error', () => undefined);
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
        refuse({ socket: socketPort(socket, counters), open: true }, code, reason, detail);
        return;
      }
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
  const clients = (): WebSocket[] => [...sockets.clients, ...listeners.clients];
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
