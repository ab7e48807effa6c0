import { randomInt } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { CLOSE } from '../../shared/api/socket.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Bus } from '../ports/bus.ts';
import { createCounters } from '../ports/counters.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { RoomPressure } from '../ports/metrics.ts';
import { TROUBLE_WORDS, troubleOf } from '../ports/store-failure.ts';
import type { WorkingTexts } from '../ports/working-texts.ts';
import { createClaimQueue } from './claim-queue.ts';
import { createCommitQueue } from './commit-queue.ts';
import { type Connection, refuse, type SocketListener, type SocketPort, seatOf } from './connection.ts';
import { systemDeflate } from './deflate.ts';
import { LIMITS, type Limits } from './limits.ts';
import { loadLiveText } from './load-text.ts';
import type { Deflate } from './packed-state.ts';
import { createRoom, type Room } from './room.ts';
import type { RoomDeps } from './room-state.ts';
import { systemTimers } from './timers.ts';

/** All rooms of this server. */
export interface Rooms extends WorkingTexts {
  /** Rises whenever somebody's access to a document may have changed. Ask before judging a visitor. */
  epoch(documentId: DocumentId): number;
  /**
   * Seats a visitor who may read and was judged in `epoch`. The room is loaded on the way; frames that arrive before
   * are kept. Who was judged before a change of access is sent back to be judged anew.
   */
  connect(documentId: DocumentId, visitor: Visitor, socket: SocketPort, epoch?: number): SocketListener;
  /** For the operator: how full the rooms are just now. */
  pressure(): RoomPressure;
  /** Stores what is on its way, closes every connection with 1001 and frees the memory. */
  close(): Promise<void>;
}

export type RoomsDeps = Pick<RoomDeps, 'log' | 'clock' | 'newId' | 'report'> & {
  readonly bus: Bus;
} & Partial<Pick<RoomDeps, 'timers' | 'newClientId' | 'counters' | 'note'>> & {
    readonly limits?: Partial<Limits>;
    /** Node's own unless given. */
    readonly deflate?: Deflate;
  };

/** Yjs draws clientIDs from 32 bits. */
const CLIENT_IDS = 2 ** 32;

export function createRooms(given: RoomsDeps): Rooms {
  const timers = given.timers ?? systemTimers;
  const deps: RoomDeps = {
    log: given.log,
    claims: createClaimQueue(given.log, timers),
    clock: given.clock,
    newId: given.newId,
    report: given.report,
    note: given.note ?? (() => undefined),
    timers,
    newClientId: given.newClientId ?? (() => randomInt(CLIENT_IDS)),
    limits: { ...LIMITS, ...given.limits },
    counters: given.counters ?? createCounters(),
  };
  const { limits, counters } = deps;
  const deflate = given.deflate ?? systemDeflate((error) => deps.report('a text could not be packed', error));
  const queue = createCommitQueue(deps.log, timers, deps.report, counters);
  const loading = new Map<DocumentId, Promise<Room>>();
  const loaded = new Map<DocumentId, Room>();
  /** Rooms in use by a clone or an edit, which have no connection to keep them loaded. */
  const inUse = new Map<DocumentId, number>();
  const epochs = new Map<DocumentId, number>();
  const epochOf = (documentId: DocumentId): number => epochs.get(documentId) ?? 0;
  const outdate = (documentId: DocumentId): void => void epochs.set(documentId, epochOf(documentId) + 1);
  let closing = false;

  const open = (documentId: DocumentId): Promise<Room> => {
    const known = loading.get(documentId);
    if (known !== undefined) return known;
    const startedAt = timers.now();
    const promise = loadLiveText(
      deps.log,
      documentId,
      (error) => deps.report('an update could not be integrated', error),
      { ...limits, deflate },
    ).then((text) => {
      counters.loads += 1;
      counters.loadSeconds += (timers.now() - startedAt) / 1_000;
      const room = createRoom(documentId, text, queue, deps);
      loaded.set(documentId, room);
      keepAlive();
      unloadWhenIdle(documentId);
      return room;
    });
    loading.set(documentId, promise);
    promise.catch((error: unknown) => {
      loading.delete(documentId);
      deps.report('a working text could not be loaded', error);
    });
    return promise;
  };

  let keptAlive = false;
  /** As long as a room is loaded; without one the server sleeps. */
  const keepAlive = (): void => {
    if (keptAlive || closing || loaded.size === 0) return;
    keptAlive = true;
    timers.after(limits.keepAliveEvery / 3, () => {
      keptAlive = false;
      if (closing) return;
      for (const room of loaded.values()) room.keepAlive();
      keepAlive();
    });
  };

  const unloadWhenIdle = (documentId: DocumentId): void => {
    timers.after(limits.unloadAfter, () => {
      const room = loaded.get(documentId);
      if (room === undefined) return;
      if (!room.isIdle() || (inUse.get(documentId) ?? 0) > 0) {
        unloadWhenIdle(documentId);
        return;
      }
      loaded.delete(documentId);
      loading.delete(documentId);
      void room.unload();
    });
  };

  const using = async <T>(documentId: DocumentId, act: (room: Room) => T | Promise<T>): Promise<T> => {
    inUse.set(documentId, (inUse.get(documentId) ?? 0) + 1);
    try {
      return await act(await open(documentId));
    } finally {
      const left = (inUse.get(documentId) ?? 1) - 1;
      if (left === 0) inUse.delete(documentId);
      else inUse.set(documentId, left);
    }
  };

  const endSubscription = given.bus.subscribe((event) => loaded.get(event.documentId)?.tell(event));

  return {
    epoch: epochOf,
    connect(documentId, visitor, socket, epoch = epochOf(documentId)) {
      const early: Uint8Array[] = [];
      let earlyBytes = 0;
      const waiting = { socket, open: true };
      if (closing) {
        socket.close(CLOSE.goingAway, 'stopping');
        return { receive: () => undefined, closed: () => undefined };
      }
      let seated: { readonly room: Room; readonly connection: Connection } | null = null;
      const seat = async (): Promise<void> => {
        const room = await open(documentId);
        if (!waiting.open) return;
        if (closing) {
          socket.close(CLOSE.goingAway, 'stopping');
          return;
        }
        if (epochOf(documentId) !== epoch) {
          socket.close(CLOSE.reauthorise, 'access or phase changed');
          return;
        }
        const connection = room.connect(seatOf(visitor), socket);
        seated = { room, connection };
        for (const frame of early) room.receive(connection, frame);
        early.length = 0;
      };
      seat().catch((error: unknown) => {
        const trouble = troubleOf(error);
        const detail = trouble === null ? 'the text could not be loaded' : TROUBLE_WORDS[trouble];
        if (waiting.open) refuse(waiting, CLOSE.internal, 'store-unavailable', detail);
      });
      return {
        receive(frame) {
          if (seated !== null) seated.room.receive(seated.connection, frame);
          else if (
            early.length < limits.framesWhileLoading &&
            earlyBytes + frame.length <= limits.heldBytes
          ) {
            early.push(frame.slice());
            earlyBytes += frame.length;
          } else refuse(waiting, CLOSE.flooding, 'rate', 'too many messages before the text was loaded');
        },
        closed() {
          waiting.open = false;
          seated?.room.disconnect(seated.connection);
        },
      };
    },
    async clone(documentId) {
      const isLoaded = loaded.has(documentId);
      return await using(documentId, async (room) => {
        // H24: loading took its time, and so does cloning.
        if (!isLoaded) await setImmediate();
        return room.clone();
      });
    },
    edit: (documentId, author, change, once) => using(documentId, (room) => room.edit(author, change, once)),
    outdate,
    reauthorise(documentId, participantId) {
      outdate(documentId);
      loaded.get(documentId)?.dismiss(CLOSE.reauthorise, 'access or phase changed', participantId);
    },
    attendance: (documentId) => loaded.get(documentId)?.attendance() ?? { drafting: 0, reading: 0 },
    pressure() {
      const total = { rooms: loaded.size, behind: 0, bufferedBytes: 0 };
      for (const room of loaded.values()) {
        const { behind, bufferedBytes } = room.pressure();
        total.behind += behind;
        total.bufferedBytes += bufferedBytes;
      }
      return total;
    },
    async close() {
      closing = true;
      endSubscription();
      await queue.idle();
      for (const room of loaded.values()) room.dismiss(CLOSE.goingAway, 'stopping');
      await queue.idle();
      for (const room of loaded.values()) room.close();
      loaded.clear();
      loading.clear();
    },
  };
}
