import type { LightMyRequestResponse } from 'fastify';
import { adminTokenTest } from '../../server/admin-token.ts';
import { createLocalBus } from '../../server/bus/local.ts';
import { watchWindows } from '../../server/commands/close-window.ts';
import { createGatekeeper } from '../../server/commands/gatekeeper.ts';
import { ensureOwner } from '../../server/commands/owner.ts';
import { createComparisons } from '../../server/files/comparisons.ts';
import { createFiles } from '../../server/files/files.ts';
import type { App, HttpContext } from '../../server/http/app.ts';
import { createInputRate } from '../../server/http/input-rate.ts';
import { createHttpServer } from '../../server/http/server.ts';
import { createLog, journalOf } from '../../server/log.ts';
import type { Journal } from '../../server/ports/journal.ts';
import type { Store } from '../../server/ports/store.ts';
import { createPositionBooks } from '../../server/queries/position-books.ts';
import { createRegisterCopies } from '../../server/queries/register-copies.ts';
import { createAuthorship } from '../../server/room/authorship.ts';
import { createRooms, type Rooms } from '../../server/room/rooms.ts';
import { secrets } from '../../server/secrets.ts';
import { createMemoryStore } from '../../server/store/memory/store.ts';
import { watchAccess } from '../../server/store/watch-access.ts';
import type { Phase } from '../../shared/model/document.ts';
import type { DocumentEvent } from '../../shared/model/event.ts';
import { ROLES, type Role } from '../../shared/model/participant.ts';
import { createTestClock, type TestClock } from './test-clock.ts';

export const ADMIN = 'admin-token-of-at-least-32-characters';

export interface Harness {
  readonly app: App;
  readonly context: HttpContext;
  readonly store: Store;
  readonly rooms: Rooms;
  readonly clock: TestClock;
  readonly events: DocumentEvent[];
  readonly logged: string[];
  readonly journal: Journal;
  close(): Promise<void>;
}

export interface HarnessOptions {
  readonly store?: Store;
  readonly publicUrl?: string | null;
  readonly clientFolder?: string | null;
  readonly mailOrigin?: string | null;
}

/** The real server over a store in memory, with a clock to turn; requests go in through `inject`. */
export async function createHarness(options: HarnessOptions = {}): Promise<Harness> {
  const { store, access } = watchAccess(options.store ?? createMemoryStore());
  const clock = createTestClock();
  const logged: string[] = [];
  const logger = createLog('trace', { write: (line: string) => void logged.push(line) });
  const journal = journalOf(logger);
  const report = journal.error;
  const bus = createLocalBus(report);
  const events: DocumentEvent[] = [];
  bus.subscribe((event) => void events.push(event));
  const rooms = createRooms({ log: store.textLog, clock, newId: secrets.newId, report, bus });
  const isAdminToken = adminTokenTest(ADMIN);
  const files = createFiles(secrets.newId);
  const comparisons = createComparisons();
  const base = { store, access, bus, clock, secrets, workingTexts: rooms, files, comparisons, isAdminToken };
  const stopWatching = await watchWindows(base, journal);
  await ensureOwner(base, false);
  const context: HttpContext = {
    ...base,
    gatekeeper: createGatekeeper(base),
    demo: null,
    authorship: createAuthorship(store.textLog),
    registers: createRegisterCopies(store),
    positions: createPositionBooks(base),
    publicUrl: options.publicUrl ?? null,
    inputRate: createInputRate(clock),
    mailOrigin: options.mailOrigin ?? null,
  };
  const app = await createHttpServer(context, { logger, clientFolder: options.clientFolder ?? null });
  return {
    app,
    context,
    store,
    rooms,
    clock,
    events,
    logged,
    journal,
    async close() {
      stopWatching();
      await app.close();
      await rooms.close();
      await store.close();
    },
  };
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Sends a request with a bearer token (null: none). */
export const send = (
  { app }: Harness,
  token: string | null,
  method: Method,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> =>
  app.inject({
    method,
    url,
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  });

/** Creates a document as the owner. */
export async function newDocument(harness: Harness, body: object = {}): Promise<string> {
  const answer = await send(harness, ADMIN, 'POST', '/api/documents', { title: 'Sample text', ...body });
  return answer.json().id;
}

const CONSTITUENCY = {
  facilitator: null,
  drafter: 'technical-community',
  delegate: 'government',
  stakeholder: 'civil-society',
  observer: 'academia',
} as const satisfies Record<Role, string | null>;

export const invitationFor = (role: Role, name = `Sample ${role}`) => ({
  name,
  role,
  delegation: { name: `Delegation of ${role}`, constituency: CONSTITUENCY[role] },
});

export interface Member {
  readonly id: string;
  readonly token: string;
}

/** Invites one person of a role. */
export async function newMember(harness: Harness, id: string, role: Role, name?: string): Promise<Member> {
  const url = `/api/documents/${id}/invitations`;
  const answer = await send(harness, ADMIN, 'POST', url, invitationFor(role, name));
  const { participant, token } = answer.json();
  return { id: participant.id, token };
}

/** Invites one person of every role. */
export async function everyRole(harness: Harness, id: string): Promise<Record<Role, Member>> {
  const members: Partial<Record<Role, Member>> = {};
  for (const role of ROLES) members[role] = await newMember(harness, id, role);
  return members as Record<Role, Member>;
}

/** Moves a document to a phase unless it is there. */
export async function setPhase(harness: Harness, id: string, phase: Phase): Promise<void> {
  await send(harness, ADMIN, 'POST', `/api/documents/${id}/phase`, { phase });
}

/** Writes a paragraph into the working text as somebody. */
export async function write(harness: Harness, id: string, participant: string, words: string): Promise<void> {
  const { insertBefore } = await import('../../shared/text/structure.ts');
  const paragraph = {
    id: secrets.newId() as never,
    kind: 'operative',
    level: 0,
    dir: 'auto',
    from: [],
    pinned: null,
    runs: [{ text: words }],
  } as const;
  const result = await harness.rooms.edit(id as never, participant as never, (text) => {
    insertBefore(text, null, [paragraph]);
  });
  if (!result.ok) throw new Error(result.error.detail);
}
