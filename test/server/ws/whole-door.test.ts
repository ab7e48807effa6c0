import { afterEach, describe, expect, it } from 'vitest';
import { CLOSE, MESSAGE, type PermissionsMessage } from '../../../shared/api/socket.ts';
import type { Participant } from '../../../shared/model/participant.ts';
import { ADMIN, invitationFor } from '../harness.ts';
import { decodeFromServer } from '../room/test-client.ts';
import { startWholeServer, type WholeServer } from '../whole-server.ts';
import { type Line, openLine } from './test-server.ts';

let server: WholeServer;
afterEach(() => server.stop());

const api = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/api${path}`, {
    method,
    headers: {
      ...(headers.cookie === undefined ? { authorization: `Bearer ${ADMIN}` } : { origin: server.origin }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function newDocument(settings: object): Promise<string> {
  const answer = await api('POST', '/documents', { title: 'Sample text', ...settings });
  return ((await answer.json()) as { readonly id: string }).id;
}

async function invited(id: string): Promise<{ readonly participant: Participant; readonly token: string }> {
  const answer = await api('POST', `/documents/${id}/invitations`, invitationFor('drafter'));
  return (await answer.json()) as { readonly participant: Participant; readonly token: string };
}

const enter = (id: string, headers: Record<string, string>, door = 'sync'): Promise<Line> =>
  openLine(`${server.origin.replace('http', 'ws')}/${door}/${id}`, { origin: server.origin, ...headers });

/** Resolves with the JSON of a message that the server sends on a line, whether it has come or is to come. */
async function heard(
  { received, socket }: Line,
  message: number,
  is: (payload: Readonly<Record<string, unknown>>) => boolean = () => true,
): Promise<Readonly<Record<string, unknown>>> {
  for (let looked = 0; ; ) {
    for (; looked < received.length; looked += 1) {
      const said = decodeFromServer(received[looked] as Buffer);
      if (said.type !== 'json' || said.message !== message) continue;
      const payload = said.payload as Readonly<Record<string, unknown>>;
      if (is(payload)) return payload;
    }
    await new Promise((resolve) => socket.once('message', resolve));
  }
}

describe('the door of the whole server', () => {
  it('R39: signing out closes what the session had open; coming back, one is asked to sign in', async () => {
    server = await startWholeServer();
    const id = await newDocument({ workingText: 'participants', register: 'participants' });
    const { token } = await invited(id);
    const entered = await api('POST', '/session', { token }, { cookie: 'none=1' });
    const cookie = String(entered.headers.getSetCookie()[0]).split(';')[0] as string;
    const lines = [await enter(id, { cookie }), await enter(id, { cookie }, 'events')];
    const byToken = await enter(id, { authorization: `Bearer ${token}` });
    expect((await api('DELETE', '/session', undefined, { cookie })).status).toBe(204);
    for (const line of lines) expect((await line.closed).code).toBe(CLOSE.reauthorise);
    // The answer to signing out took the cookie away.
    expect((await (await enter(id, {})).closed).code).toBe(CLOSE.notSignedIn);
    expect(byToken.socket.readyState).toBe(byToken.socket.OPEN);
  });

  it('R33: of many who come while the phase changes, none keeps what it no longer allows', async () => {
    server = await startWholeServer();
    const id = await newDocument({ workingText: 'public' });
    const people: Awaited<ReturnType<typeof invited>>[] = [];
    for (let k = 0; k < 4; k += 1) people.push(await invited(id));
    const come = () =>
      people.flatMap(({ token }) => [0, 1, 2, 3].map(() => enter(id, { authorization: `Bearer ${token}` })));
    const before = come();
    const changing = api('POST', `/documents/${id}/phase`, { phase: 'closed' });
    const lines = await Promise.all([...before, ...come()]);
    expect((await changing).status).toBe(200);
    lines.push(...(await Promise.all(come())));
    // Whoever is still open has heard that they may not write; the others were sent back to be judged anew.
    for (const { socket, closed, received } of lines) {
      if (socket.readyState !== socket.OPEN) {
        expect((await closed).code).toBe(CLOSE.reauthorise);
        continue;
      }
      const first = received[0] ?? (await new Promise<Buffer>((resolve) => socket.once('message', resolve)));
      const said = decodeFromServer(first) as { readonly payload?: unknown };
      const { canWrite } = said.payload as PermissionsMessage;
      if (canWrite) expect((await closed).code).toBe(CLOSE.reauthorise);
    }
    expect(lines.filter(({ socket }) => socket.readyState === socket.OPEN).length).toBeGreaterThanOrEqual(16);
  });

  it('P9: a silence that begins and one that ends send everybody back; one that lasts longer sends nobody', async () => {
    server = await startWholeServer();
    const id = await newDocument({ workingText: 'public' });
    const { token } = await invited(id);
    const post = async (path: string, body: object) => {
      const answer = await api('POST', `/documents/${id}${path}`, body);
      expect(answer.status, await answer.clone().text()).toBeLessThan(300);
      return (await answer.json()) as { readonly entry: { readonly id: string } };
    };
    const hall = { authorization: `Bearer ${token}` };
    const sitting = async (): Promise<Line> => {
      const line = await enter(id, hall);
      await heard(line, MESSAGE.attendance);
      return line;
    };
    const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
    const text = new FormData();
    text.append('file', new Blob(['We decide.']), 'text.txt');
    const imported = await fetch(
      `${server.origin}/api/documents/${id}/import?as=version&stage=revision&name=Rev.1`,
      { method: 'POST', headers: { authorization: `Bearer ${ADMIN}` }, body: text },
    );
    const { version } = (await imported.json()) as { readonly version: string };
    const before = await sitting();
    const { entry } = await post('/silences', { version, deadline: inDays(4), letter: '' });
    expect((await before.closed).code).toBe(CLOSE.reauthorise);

    const during = await sitting();
    await post(`/silences/${entry.id}/extension`, { deadline: inDays(6), letter: '' });
    const told = await heard(during, MESSAGE.event, ({ kind }) => kind === 'phase-changed');
    expect(told).toMatchObject({ phase: 'silence', only: 'closesAt' });
    expect(during.socket.readyState).toBe(during.socket.OPEN);
    // A right that changes afterwards is not lost on who stayed.
    await post(`/silences/${entry.id}/ending`, {});
    expect((await during.closed).code).toBe(CLOSE.reauthorise);
    const after = decodeFromServer((await sitting()).received[0] as Buffer) as { readonly payload: object };
    expect(after.payload).toMatchObject({ canWrite: true, phase: 'negotiation', closesAt: null });
  });

  it('R34: an address is the one that a trusted proxy names, as for requests', async () => {
    server = await startWholeServer({ connectionsPerAddress: 2 });
    const id = await newDocument({ workingText: 'public' });
    const hall = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7', authorization: `Bearer ${ADMIN}` };
    const [first, second] = [await enter(id, hall), await enter(id, hall, 'events')];
    expect((await (await enter(id, hall)).closed).code).toBe(CLOSE.flooding);
    // What the proxy was told by its own client is not believed.
    const other = await enter(id, { ...hall, 'x-forwarded-for': '203.0.113.7, 198.51.100.1' });
    for (const { socket } of [first, second, other]) expect(socket.readyState).toBe(socket.OPEN);
  });
});
