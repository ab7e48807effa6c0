import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Store } from '../../server/ports/store.ts';
import { createMemoryStore } from '../../server/store/memory/store.ts';
import { attachSockets } from '../../server/ws/attach.ts';
import { MESSAGE } from '../../shared/api/socket.ts';
import { unreachable } from '../../shared/model/result.ts';
import { SEED, seeds } from '../seeded.ts';
import { createRandom, type Random } from '../sim/random.ts';
import { ADMIN, createHarness, type Harness, invitationFor, newDocument, send } from './harness.ts';
import { awarenessMessage, barrierMessage, updateMessage } from './room/test-client.ts';
import { type Line, openLine } from './ws/test-server.ts';

const SEEDS = seeds(4, 200);

/** A word that stands nowhere else, and remembers that it was used. */
const wordsFrom = (random: Random, used: Set<string>) => (): string => {
  const letters = Array.from({ length: 9 }, () => random.pick([...'bcdfghklmnprstvwz'])).join('');
  used.add(letters);
  return letters;
};

/** Failures as ports make them: each has the words in what it throws. */
const FAILURES: readonly ((word: string) => unknown)[] = [
  (word) => JSON.parse(`${word} to paragraph 4`),
  (word) => unreachable({ text: word } as never),
  (word) => (JSON.parse('{}')[word] as { readonly text: string }).text,
  (word) => BigInt(word),
  (word) => {
    throw Object.assign(new Error(`near "${word}": syntax error`), { row: { text: word } });
  },
  (word) => {
    throw new Error('it broke', { cause: new Error(`it reads:\n${word}`) });
  },
];

/** A store whose writing fails while it is told to. */
function failingStore(): { store: Store; fail: (act: (() => unknown) | null) => void } {
  const memory = createMemoryStore();
  let failure: (() => unknown) | null = null;
  const orFail = async (): Promise<void> => void (await failure?.());
  return {
    fail: (act) => {
      failure = act;
    },
    store: {
      ...memory,
      transact: async (work) => {
        await orFail();
        return memory.transact(work);
      },
      textLog: {
        ...memory.textLog,
        append: async (batch) => {
          await orFail();
          return memory.textLog.append(batch);
        },
      },
    },
  };
}

interface Session {
  readonly harness: Harness;
  readonly word: () => string;
  readonly url: string;
  readonly id: string;
  readonly token: string;
  readonly random: Random;
  readonly fail: (act: (() => unknown) | null) => void;
}

/** Resolves when everything sent so far is durable. */
const settled = ({ socket }: Line): Promise<void> =>
  new Promise((resolve) => {
    socket.on('message', (data: Buffer) => {
      if (data[0] === MESSAGE.acknowledged) resolve();
    });
    socket.send(barrierMessage(1));
  });
const ended = async (line: Line, act: (socket: WebSocket) => void): Promise<void> => {
  act(line.socket);
  await line.closed;
};

/** What somebody may do in a session, in any order. */
const STEPS: Readonly<Record<string, (session: Session) => Promise<void>>> = {
  async type({ url, token, word }) {
    const line = await openLine(`${url}?schema=1`, { authorization: `Bearer ${token}` });
    if (line.socket.readyState !== line.socket.OPEN) return;
    const doc = new Y.Doc();
    doc.getText('text').insert(0, word());
    line.socket.send(updateMessage(Y.encodeStateAsUpdate(doc)));
    line.socket.send(awarenessMessage(doc.clientID, 1, { note: word() }));
    await settled(line);
    await ended(line, (socket) => socket.close(4000, word()));
  },
  async 'send garbage'({ url, token, word }) {
    const line = await openLine(url, { authorization: `Bearer ${token}` });
    await ended(line, (socket) => socket.send(word()));
  },
  async 'enter with a wrong token'({ url, word }) {
    await (await openLine(url, { authorization: `Bearer ${word()}` })).closed;
    await (await openLine(`${url}?token=${word()}`, { cookie: `sb_session=${word()}` })).closed;
    await (await openLine(url.replace(/[^/]+$/, word()))).closed;
    await (await openLine(`${url.replace('/sync/', `/${word()}/`)}`)).closed;
  },
  async comment({ harness, id, token, word }) {
    const on = { noun: 'text', anchor: { scope: 'text', text: 'working' } };
    await send(harness, token, 'POST', `/api/documents/${id}/comments`, { on, text: word() });
  },
  async publish({ harness, id, word }) {
    const body = { stage: 'zero', name: word(), letter: word() };
    await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, body);
  },
  async invite({ harness, id, word }) {
    const invitation = invitationFor('stakeholder', word());
    const delegation = { ...invitation.delegation, name: word() };
    await send(harness, ADMIN, 'POST', `/api/documents/${id}/invitations`, { ...invitation, delegation });
  },
  async 'be refused'({ harness, id, token, word }) {
    await send(harness, token, 'PATCH', `/api/documents/${id}`, { title: word() });
    await send(harness, token, 'POST', `/api/documents/${id}/comments`, { [word()]: word() });
    await send(harness, word(), 'GET', `/api/documents/${id}`);
    await send(harness, token, 'GET', `/api/${word()}?q=${word()}`);
    await send(harness, token, 'GET', `/api/documents/${word()}`);
    await harness.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: {
        'content-type': 'application/json',
        cookie: `sb_session=${word()}`,
        origin: `https://${word()}`,
      },
      payload: `{"token": "${word()}`,
    });
  },
  async 'sign in'({ harness, token, word }) {
    const origin = 'http://localhost:80';
    await send(
      harness,
      null,
      'POST',
      '/api/session',
      { token },
      { origin, 'x-request-id': `${word()} ${word()}` },
    );
    await send(harness, null, 'GET', '/api/session', undefined, { cookie: `sb_session=${token}` });
  },
  async 'meet a bug'({ harness, id, token, word, random, fail }) {
    const failure = random.pick(FAILURES);
    fail(() => failure(word()));
    const on = { noun: 'text', anchor: { scope: 'text', text: 'working' } };
    const url = `/api/documents/${id}/comments`;
    const answer = await send(harness, token, 'POST', url, { on, text: word() });
    fail(null);
    expect(answer.statusCode).toBe(500);
    // W12: whoever meets a bug can tell the operator which line it is.
    const requestId = answer.headers['x-request-id'] as string;
    expect(answer.json().detail).toContain(requestId);
    const line = harness.logged
      .map((one) => JSON.parse(one))
      .find((one) => one.level === 'error' && one.requestId === requestId);
    expect(line).toMatchObject({ msg: 'unexpected error', err: { type: expect.any(String) } });
    expect(line.err.stack).toContain('    at ');
  },
};

describe('the log of a session at its most talkative', { timeout: 60_000 }, () => {
  it.each(Array.from({ length: SEEDS }, (_, k) => SEED + k))(
    'W15: holds no word, name, token or cookie (seed %i)',
    async (seed) => {
      const random = createRandom(seed);
      const used = new Set<string>([ADMIN]);
      const word = wordsFrom(random, used);
      const { store, fail } = failingStore();
      const harness = await createHarness({ store });
      const sockets = attachSockets(harness.app.server, {
        ...{ rooms: harness.rooms, gatekeeper: harness.context.gatekeeper, bus: harness.context.bus },
        ...{ publicOrigin: null, journal: harness.journal, report: harness.journal.error },
      });
      await harness.app.listen({ port: 0, host: '127.0.0.1' });
      const { port } = harness.app.server.address() as AddressInfo;
      const id = await newDocument(harness, { title: word() });
      await send(harness, ADMIN, 'POST', `/api/documents/${id}/phase`, { phase: 'drafting' });
      const invitation = invitationFor('drafter', word());
      const answer = await send(harness, ADMIN, 'POST', `/api/documents/${id}/invitations`, invitation);
      const { token } = answer.json();
      used.add(token);
      used.add(invitation.delegation.name);
      const url = `ws://127.0.0.1:${port}/sync/${id}`;
      const session: Session = { harness, word, url, id, token, random, fail };
      for (const step of Object.values(STEPS)) await step(session);
      for (let more = 0; more < 12; more += 1) await random.pick(Object.values(STEPS))(session);
      await harness.rooms.close();
      await sockets.close();
      await harness.close();

      const log = harness.logged.join('');
      const lines = log
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      const sentences = new Set(lines.map((line) => line.msg));
      for (const sentence of [
        'request',
        'socket opened',
        'socket refused',
        'upgrade refused',
        'unexpected error',
      ])
        expect(sentences).toContain(sentence);
      expect([...used].filter((secret) => log.includes(secret))).toEqual([]);
    },
  );
});
