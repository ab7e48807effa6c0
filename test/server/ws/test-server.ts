import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import WebSocket from 'ws';
import { systemClock } from '../../../server/clock.ts';
import { addressOf } from '../../../server/http/address.ts';
import type { AccessChanges } from '../../../server/ports/access.ts';
import type { Bus } from '../../../server/ports/bus.ts';
import type { Clock } from '../../../server/ports/clock.ts';
import type { Gatekeeper } from '../../../server/ports/gatekeeper.ts';
import type { TextLog } from '../../../server/ports/text-log.ts';
import type { Limits } from '../../../server/room/limits.ts';
import { createRooms, type Rooms } from '../../../server/room/rooms.ts';
import type { Timers } from '../../../server/room/timers.ts';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import { attachSockets } from '../../../server/ws/attach.ts';
import type { DoorLimits } from '../../../server/ws/door-limits.ts';
import type { Phase, RegisterAudience, WorkingTextAudience } from '../../../shared/model/document.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import type { Role } from '../../../shared/model/participant.ts';
import { abilities } from '../../../shared/policy/can.ts';
import { DOC, visitorNamed } from '../room/cast.ts';
import { createBus } from '../room/stage.ts';

/** A real HTTP server with rooms and sockets, and a gatekeeper who believes tokens like `Anna.drafter`. */
export interface TestServer {
  readonly port: number;
  /** `ws://127.0.0.1:<port>/sync`. */
  readonly url: string;
  readonly rooms: Rooms;
  readonly bus: Bus;
  readonly log: TextLog;
  readonly reports: string[];
  phase: Phase;
  audience: WorkingTextAudience;
  register: RegisterAudience;
  /** Called while somebody is being judged, who waits for it. */
  whileJudging: () => Promise<void> | void;
  /** How many TCP connections are open. */
  connections(): Promise<number>;
  /** Resolves when so many upgrades have come since the start. */
  waits(upgrades: number): Promise<void>;
  stop(): Promise<void>;
}

const believe = (server: () => TestServer): Pick<Gatekeeper, 'admit'> => ({
  admit: async ({ cookie, bearer }, documentId) => {
    if (documentId !== DOC) return 'no-document';
    const token = bearer ?? cookie;
    const [name = 'Guest', role] = (token ?? '').split('.');
    if (token !== null && role === undefined) return 'unknown-credentials';
    const visitor = visitorNamed(name, (role as Role | undefined) ?? null, server().phase);
    const document = {
      ...visitor.document,
      workingText: server().audience,
      register: server().register,
    };
    await server().whileJudging();
    return { ...visitor, document, abilities: abilities(visitor.actor, document) };
  },
});

export async function startTestServer(
  options: {
    log?: TextLog;
    limits?: Partial<Limits>;
    door?: Partial<DoorLimits>;
    timers?: Timers;
    /** Addresses are told by X-Forwarded-For, as behind a proxy. */
    access?: AccessChanges;
    /** The clock by which sessions end, and when those of cookies do. */
    clock?: Clock;
    endsAt?: (cookie: string) => IsoTime | null;
    port?: number;
    publicOrigin?: string;
  } = {},
): Promise<TestServer> {
  const http = createServer((_request, response) => response.end());
  let come = 0;
  http.on('upgrade', () => {
    come += 1;
  });
  const reports: string[] = [];
  const report = (what: string, error: unknown): void => {
    reports.push(`${what}: ${String(error)}`);
  };
  const log = options.log ?? createMemoryStore().textLog;
  const bus = createBus();
  const rooms = createRooms({
    log,
    bus,
    clock: {
      now: () => new Date().toISOString() as IsoTime,
      at: () => () => undefined,
      after: () => () => undefined,
    },
    newId: randomUUID,
    report,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  const sockets = attachSockets(http, {
    rooms,
    gatekeeper: believe(() => server),
    bus,
    publicOrigin: options.publicOrigin ?? null,
    report,
    addressOf,
    ...(options.door === undefined ? {} : { limits: options.door }),
    ...(options.timers === undefined ? {} : { timers: options.timers }),
    ...(options.access === undefined
      ? {}
      : {
          signOuts: {
            access: options.access,
            hash: (cookie) => cookie,
            clock: options.clock ?? systemClock,
            endsAt: async (cookie) => options.endsAt?.(cookie) ?? null,
          },
        }),
  });
  await new Promise<void>((resolve) => http.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const server: TestServer = {
    port,
    url: `ws://127.0.0.1:${port}/sync`,
    rooms,
    bus,
    log,
    reports,
    phase: 'drafting',
    audience: 'public',
    register: 'public',
    whileJudging: () => undefined,
    connections: () =>
      new Promise((resolve, reject) => {
        http.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
      }),
    async waits(upgrades) {
      while (come < upgrades) await new Promise((resolve) => http.once('upgrade', resolve));
    },
    async stop() {
      await rooms.close();
      await sockets.close();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return server;
}

/** A WebSocket class that signs in with a bearer token, for providers that make their sockets themselves. */
export const signedIn = (token: string): typeof globalThis.WebSocket =>
  class extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols, { headers: { authorization: `Bearer ${token}` } });
    }
  } as unknown as typeof globalThis.WebSocket;

/** A bare line to the server that remembers how it was closed. */
export interface Line {
  readonly socket: WebSocket;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  readonly received: Buffer[];
}

export async function openLine(url: string, headers: Record<string, string> = {}): Promise<Line> {
  const socket = new WebSocket(url, { headers });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  const received: Buffer[] = [];
  socket.on('message', (data: Buffer) => received.push(data));
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    socket.once('open', resolve);
    socket.once('close', () => resolve());
  });
  return { socket, closed, received };
}

/** Resolves when `condition` holds, looking again whenever `changed` calls back. */
export function until(condition: () => boolean, changed: (look: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (condition()) resolve();
    };
    changed(look);
    look();
  });
}
