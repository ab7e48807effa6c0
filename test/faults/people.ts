import type { DocumentId } from '../../shared/model/ids.ts';
import { createRandom } from '../sim/random.ts';
import { createTypist, type Typist } from '../sim/room/typist.ts';
import { ADMIN_TOKEN, type Server } from './server.ts';

/** A document under negotiation and the tokens of those invited to draft it. */
export interface Table {
  readonly id: DocumentId;
  readonly tokens: readonly string[];
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
  role: 'drafter' | 'observer' = 'drafter',
): Promise<Table> {
  const { id } = await ask<{ id: DocumentId }>(server, 'POST', '', { title: 'Outcome document' });
  return { id, tokens: await invite(server, id, names, role) };
}

export async function invite(
  server: Server,
  id: DocumentId,
  names: readonly string[],
  role: 'drafter' | 'observer',
): Promise<string[]> {
  const tokens: string[] = [];
  for (const name of names) {
    const delegation = { name: `Delegation of ${name}`, constituency: 'government' };
    const { token } = await ask<{ token: string }>(server, 'POST', `/${id}/invitations`, {
      ...{ name, role, delegation },
    });
    tokens.push(token);
  }
  return tokens;
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
}

export function sitDown(table: Table, names: readonly string[], seed: number): Typing {
  let promises = 0;
  let waiting: { readonly at: number; readonly done: () => void }[] = [];
  const onPromise = (): void => {
    promises += 1;
    for (const { done } of waiting.filter(({ at }) => at <= promises)) done();
    waiting = waiting.filter(({ at }) => at > promises);
  };
  const typists = names.map((name, k) =>
    createTypist(name, 100 + k, createRandom(seed * 1000 + k), onPromise),
  );
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
  };
}
