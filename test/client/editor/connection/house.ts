import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IDBFactory } from 'fake-indexeddb';
import { WebSocket as NodeWebSocket } from 'ws';
import type * as Y from 'yjs';
import type { Connection, ConnectionOptions } from '../../../../client/editor/connection/connection.ts';
import type { Observable } from '../../../../client/editor/connection/observable.ts';
import { openConnection } from '../../../../client/editor/connection/open-connection.ts';
import type { Bus } from '../../../../server/ports/bus.ts';
import { createRooms } from '../../../../server/room/rooms.ts';
import { createMemoryStore } from '../../../../server/store/memory/store.ts';
import { attachSockets } from '../../../../server/ws/attach.ts';
import { judgeVisitor } from '../../../../server/ws/judge-visitor.ts';
import type { OutcomeDocument, Phase } from '../../../../shared/model/document.ts';
import type { DocumentEvent } from '../../../../shared/model/event.ts';
import type { DelegationId, DocumentId, IsoTime, ParticipantId } from '../../../../shared/model/ids.ts';
import type { Role } from '../../../../shared/model/participant.ts';
import { abilities } from '../../../../shared/policy/can.ts';
import { TEXT_NAME } from '../../../../shared/text/marker.ts';
import { readParagraphs } from '../../../../shared/text/read.ts';

export const DOCUMENT = 'document' as DocumentId;
const AT = '2030-01-01T00:00:00.000Z' as IsoTime;

/** A real room server on a free port, with people whose bearer token is their name. */
export interface House {
  readonly origin: string;
  /** Changes the phase and has everybody judged anew. */
  setPhase(phase: Phase): void;
  /** Tells everybody who is connected. */
  tell(event: DocumentEvent): void;
  /** Names people who are not known any more: their tokens count for nothing. */
  readonly strangers: Set<string>;
  /** Whose name a token enters under, where it is not its own. */
  readonly aliases: Map<string, string>;
  readonly roles: Map<string, Role>;
  /** The durable text, one line a paragraph. */
  lines(): Promise<string[]>;
  readonly rooms: ReturnType<typeof createRooms>;
  /** Judges somebody who comes in without a network, as an upgrade would be judged. */
  judge(name: string): ReturnType<typeof judgeVisitor>;
  /** Closes all connections and lets nobody in until `restore`. The room lives on. */
  cut(): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
}

type RoomOptions = Parameters<typeof createRooms>[0];

export async function openHouse(
  limits: RoomOptions['limits'] = {},
  more: Pick<RoomOptions, 'deflate' | 'counters'> = {},
): Promise<House> {
  const store = createMemoryStore();
  let document: OutcomeDocument = {
    id: DOCUMENT,
    title: 'Test',
    phase: 'drafting',
    phaseSince: AT,
    closesAt: null,
    workingText: 'public',
    register: 'public',
    createdAt: AT,
    sample: false,
  };
  const strangers = new Set<string>();
  const aliases = new Map<string, string>();
  const roles = new Map<string, Role>();
  let ids = 0;
  const hearers = new Set<Parameters<Bus['subscribe']>[0]>();
  const bus: Bus = {
    publish: (event) => {
      for (const hear of hearers) hear(event);
    },
    subscribe: (hear) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
  };
  const rooms = createRooms({
    log: store.textLog,
    clock: {
      now: () => new Date().toISOString() as IsoTime,
      at: () => () => undefined,
      after: () => () => undefined,
    },
    newId: () => `id-${++ids}`,
    report: (what, error) => console.error(what, error),
    bus,
    limits: limits ?? {},
    ...more,
  });
  const gatekeeper: Parameters<typeof attachSockets>[1]['gatekeeper'] = {
    admit: async ({ bearer }) => {
      if (bearer !== null && strangers.has(bearer)) return 'unknown-credentials';
      const name = bearer === null ? null : (aliases.get(bearer) ?? bearer);
      const role = name === null ? null : (roles.get(name) ?? 'drafter');
      const actor = { role, constituency: null };
      const delegationId = 'delegation' as DelegationId;
      return {
        document,
        actor,
        abilities: abilities(actor, document),
        participant:
          name === null || role === null
            ? null
            : {
                id: name as ParticipantId,
                documentId: DOCUMENT,
                accountId: name as never,
                name,
                role,
                delegationId,
                joinedAt: AT,
                removedAt: null,
              },
        delegation:
          name === null
            ? null
            : {
                id: delegationId,
                documentId: DOCUMENT,
                name: `${name}land`,
                constituency: null,
                region: null,
              },
      };
    },
  };

  let server: Server = createServer();
  let sockets: ReturnType<typeof attachSockets>;
  const listen = async (port: number): Promise<void> => {
    server = createServer((_request, response) => response.end());
    sockets = attachSockets(server, {
      rooms,
      gatekeeper,
      bus,
      publicOrigin: null,
      report: () => undefined,
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    await sockets.close();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    strangers,
    aliases,
    roles,
    rooms,
    judge: (name) =>
      judgeVisitor(gatekeeper, { cookie: null, bearer: name }, DOCUMENT, new URLSearchParams()),
    setPhase: (phase) => {
      document = { ...document, phase };
      rooms.reauthorise(DOCUMENT);
    },
    tell: (event) => bus.publish(event),
    lines: async () => {
      const doc = await rooms.clone(DOCUMENT);
      return readParagraphs(doc.getText(TEXT_NAME)).map((paragraph) =>
        paragraph.runs.map((run) => run.text).join(''),
      );
    },
    cut: stop,
    restore: () => listen(port),
    close: async () => {
      await stop();
      await rooms.close();
    },
  };
}

/** A `WebSocket` that signs in, as a browser's cookie would. */
const socketAs = (name: string): typeof WebSocket =>
  class extends NodeWebSocket {
    constructor(url: string) {
      super(url, { headers: { authorization: `Bearer ${name}` } });
    }
  } as unknown as typeof WebSocket;

/** The same, counting the bytes of its messages. */
export const counting = (name: string, bytes: { sent: number; received: number }): typeof WebSocket =>
  class extends (socketAs(name) as unknown as typeof NodeWebSocket) {
    constructor(url: string) {
      super(url);
      this.on('message', (data: Buffer) => {
        bytes.received += data.byteLength;
      });
    }
    override send(data: Uint8Array): void {
      bytes.sent += data.byteLength;
      super.send(data);
    }
  } as unknown as typeof WebSocket;

/** Opens the text as `name`, on a device that may be shared with other openings. */
export const open = (
  house: House,
  name: string,
  device: IDBFactory | null = new IDBFactory(),
  more: Partial<ConnectionOptions> = {},
): Connection =>
  openConnection({
    documentId: DOCUMENT,
    participantId: name as ParticipantId,
    origin: house.origin,
    webSocket: socketAs(name),
    indexedDb: device,
    // One browser is no crowd: it comes back early in its window.
    random: () => 0.02,
    ...more,
  });

/** Resolves when `accepts` holds of the value; the test's own time limit is the only clock. */
export function until<Value>(
  observable: Observable<Value>,
  accepts: (value: Value) => boolean,
): Promise<Value> {
  return new Promise((resolve) => {
    let stop = (): void => undefined;
    const look = (): void => {
      if (!accepts(observable.get())) return;
      stop();
      resolve(observable.get());
    };
    stop = observable.subscribe(look);
    look();
  });
}

/** Resolves when the text that stands here is `lines`. */
export function untilLines(connection: Connection, lines: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const wanted = JSON.stringify(lines);
    const watched = new Set<Y.Doc>();
    const look = (): void => {
      const doc = connection.live.get()?.doc;
      if (doc !== undefined && !watched.has(doc)) {
        watched.add(doc);
        doc.on('update', look);
      }
      if (JSON.stringify(linesOf(connection)) === wanted) resolve();
    };
    connection.live.subscribe(look);
    look();
  });
}

export const saved = (connection: Connection) =>
  until(connection.state, (state) => state.kind === 'saved' || state.kind === 'read-only');

/** The text that stands here now, one line a paragraph. */
export const linesOf = (connection: Connection): string[] => {
  const live = connection.live.get();
  if (live === null) return [];
  return readParagraphs(live.text).map((paragraph) => paragraph.runs.map((run) => run.text).join(''));
};

/** Writes at the end of the text, in one transaction, as an editor would. */
export const write = (connection: Connection, words: string): void => {
  const { doc, text } = connection.live.get() ?? {};
  doc?.transact(() => text?.insert(text.length, words), 'editor');
};
