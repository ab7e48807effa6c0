import { deflateRawSync } from 'node:zlib';
import type { Bus } from '../../../server/ports/bus.ts';
import { type Counters, createCounters } from '../../../server/ports/counters.ts';
import type { TextLog } from '../../../server/ports/text-log.ts';
import type { Limits } from '../../../server/room/limits.ts';
import type { Deflate } from '../../../server/room/packed-state.ts';
import { createRooms, type Rooms } from '../../../server/room/rooms.ts';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import type { DocumentEvent } from '../../../shared/model/event.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import type { Role } from '../../../shared/model/participant.ts';
import { visitorNamed } from './cast.ts';
import { connectClient, type TestClient } from './test-client.ts';
import { createTestTimers, type TestTimers } from './test-timers.ts';

/** Rooms on a clock and a network that only a test moves. */
export interface Stage {
  readonly rooms: Rooms;
  readonly log: TextLog;
  readonly timers: TestTimers;
  readonly bus: Bus;
  readonly counters: Counters;
  /** What the rooms reported to the operator. */
  readonly reports: { readonly what: string; readonly error: unknown }[];
  readonly clients: TestClient[];
  /** Connects somebody and delivers until all is quiet. */
  enter(
    name: string,
    role: Role | null,
    options?: { phase?: 'drafting' | 'silence'; readsPacked?: boolean },
  ): Promise<TestClient>;
  /** Delivers everything to everybody until all is quiet. */
  quiet(): Promise<void>;
  /** Stops these rooms and starts new ones on the same log, as a restart does. */
  restart(): Promise<Stage>;
}

export function createBus(): Bus {
  const listeners = new Set<(event: DocumentEvent) => void>();
  return {
    publish: (event) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function createStage(
  options: {
    log?: TextLog;
    limits?: Partial<Limits>;
    firstClientId?: number;
    deflate?: Deflate;
    atRest?: () => Promise<unknown>;
  } = {},
): Stage {
  const timers = createTestTimers(options.atRest);
  const log = options.log ?? createMemoryStore().textLog;
  const bus = createBus();
  const counters = createCounters();
  const reports: Stage['reports'] = [];
  let ids = 0;
  let clientIds = options.firstClientId ?? 900_000_000;
  const rooms = createRooms({
    log,
    bus,
    timers,
    counters,
    clock: {
      now: () => new Date(Date.UTC(2026, 0, 1) + timers.now()).toISOString() as IsoTime,
      at: (time, act) => timers.after(Date.parse(time) - Date.UTC(2026, 0, 1) - timers.now(), act),
      after: (ms, act) => timers.after(ms, act),
    },
    newId: () => `id-${ids++}`,
    newClientId: () => clientIds++,
    // At once, so that a seed always meets the same.
    deflate: options.deflate ?? (async (bytes) => deflateRawSync(bytes)),
    report: (what, error) => reports.push({ what, error }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  const clients: TestClient[] = [];
  const stage: Stage = {
    rooms,
    log,
    timers,
    bus,
    counters,
    reports,
    clients,
    async enter(name, role, { phase = 'drafting', readsPacked = false } = {}) {
      const client = connectClient(rooms, visitorNamed(name, role, phase), undefined, readsPacked);
      clients.push(client);
      await stage.quiet();
      return client;
    },
    async quiet() {
      for (let moved = true; moved; ) {
        await timers.settle();
        moved = false;
        for (const client of clients) moved = client.deliver() || moved;
      }
    },
    async restart() {
      for (const client of clients) client.drop();
      const closing = rooms.close();
      await timers.settle();
      await closing;
      return createStage({ ...options, log, firstClientId: clientIds });
    },
  };
  return stage;
}
