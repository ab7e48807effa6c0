import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import type { Role } from '../../shared/model/participant.ts';
import { createRandom } from '../sim/random.ts';
import { createTypist, type Typist } from '../sim/room/typist.ts';
import { ADMIN_TOKEN, type Drill, type Server } from './server.ts';
import type { Scene, Witness } from './verdict.ts';

/** A document under negotiation, the tokens of those invited to draft it, and who they are there. */
export interface Table {
  readonly id: DocumentId;
  readonly tokens: readonly string[];
  readonly participants: readonly ParticipantId[];
}

/** Sends a request; throws when it is not answered with success. */
export async function ask<Answer>(
  server: Pick<Server, 'origin'>,
  method: string,
  path: string,
  body?: unknown,
  token = ADMIN_TOKEN,
): Promise<Answer> {
  const answer = await fetch(`${server.origin}/api/documents${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Sends a request that may be sent again under the same key; null when the server died before it answered. */
export async function tell<Answer>(
  server: Pick<Server, 'origin'>,
  method: string,
  path: string,
  body: unknown,
  key: string,
): Promise<{ readonly status: number; readonly body: Answer } | null> {
  try {
    const answer = await fetch(`${server.origin}/api/documents${path}`, {
      method,
      headers: {
        authorization: `Bearer ${ADMIN_TOKEN}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Answer };
  } catch {
    return null;
  }
}

/** Creates a document and invites people to it. */
export async function openTable(
  server: Server,
  names: readonly string[],
  role: Role = 'drafter',
): Promise<Table> {
  const { id } = await ask<{ id: DocumentId }>(server, 'POST', '', { title: 'Outcome document' });
  const invited = await invite(server, id, names, role);
  return {
    id,
    tokens: invited.map(({ token }) => token),
    participants: invited.map(({ participant }) => participant.id),
  };
}

interface Invited {
  readonly token: string;
  readonly participant: { readonly id: ParticipantId };
}

export async function invite(
  server: Server,
  id: DocumentId,
  names: readonly string[],
  role: Role,
): Promise<Invited[]> {
  const invited: Invited[] = [];
  for (const name of names) {
    const delegation = { name: `Delegation of ${name}`, constituency: 'government' };
    invited.push(await ask<Invited>(server, 'POST', `/${id}/invitations`, { ...{ name, role, delegation } }));
  }
  return invited;
}

export const syncUrl = (server: Pick<Server, 'origin'>, id: DocumentId): string =>
  `${server.origin.replace('http', 'ws')}/sync/${id}`;

/** People who type at a table, and how to wait for what they are promised. */
export interface Typing {
  readonly typists: readonly Typist[];
  /** How many acknowledgements there have been. */
  promises(): number;
  enter(server: Pick<Server, 'origin'>): void;
  leave(): void;
  /** Resolves after `count` more acknowledgements. */
  promised(count: number): Promise<void>;
  /** All stop typing; resolves when everybody has the same text and nothing is on its way. */
  settled(): Promise<string>;
  /** What the verdict looks at; `others` have looked on. */
  scene(drill: Pick<Drill, 'folder' | 'stderr'>, ...others: readonly Witness[]): Scene;
}

/** ClientID of the first at a table; the others' follow. */
const FIRST_CLIENT = 100;

export function sitDown(
  table: Table,
  names: readonly string[],
  seed: number,
  firstClient = FIRST_CLIENT,
): Typing {
  let promises = 0;
  let waiting: { readonly at: number; readonly done: () => void }[] = [];
  const onPromise = (): void => {
    promises += 1;
    for (const { done } of waiting.filter(({ at }) => at <= promises)) done();
    waiting = waiting.filter(({ at }) => at > promises);
  };
  const typists = names.map((name, k) =>
    createTypist(name, firstClient + k, createRandom(seed * 1000 + k), onPromise),
  );
  const authors = new Map(table.participants.map((id, k) => [firstClient + k, id]));
  return {
    typists,
    promises: () => promises,
    enter(server) {
      for (const [k, typist] of typists.entries())
        typist.connect(syncUrl(server, table.id), table.tokens[k] as string);
    },
    leave() {
      for (const typist of typists) typist.disconnect();
    },
    promised: (count) => new Promise((done) => waiting.push({ at: promises + count, done })),
    async settled() {
      for (const typist of typists) typist.rest();
      await Promise.all(typists.map((typist) => typist.sayAll()));
      // Everything is in the log now, and what is durable is shown at once: the last to come is soon there.
      const states = (): Set<string> => new Set(typists.map(({ doc }) => doc.getText('text').toString()));
      if (states().size > 1)
        await new Promise<void>((resolve) => {
          const look = (): void => {
            if (states().size === 1) resolve();
          };
          for (const { doc } of typists) doc.on('update', look);
        });
      return typists[0]?.doc.getText('text').toString() ?? '';
    },
    scene: ({ folder, stderr }, ...others) => ({
      folder,
      stderr: stderr(),
      witnesses: new Map([[table.id, [...typists, ...others]]]),
      authors,
    }),
  };
}

/** Several tables of one server as one scene. Their people have clientIDs of their own. */
export function together(scenes: readonly Scene[]): Scene {
  const [first] = scenes;
  if (first === undefined) throw new Error('nobody sat down');
  return {
    ...first,
    witnesses: new Map(scenes.flatMap(({ witnesses }) => [...witnesses])),
    authors: new Map(scenes.flatMap(({ authors }) => [...(authors ?? [])])),
  };
}
