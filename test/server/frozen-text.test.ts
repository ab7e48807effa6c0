import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { createApp, type Running } from '../../server/app.ts';
import { CLOSE } from '../../shared/api/socket.ts';
import { ADMIN } from './harness.ts';
import { createDoc } from './room/test-client.ts';
import { createTestClock, type TestClock } from './test-clock.ts';
import { signedIn, until } from './ws/test-server.ts';

const DAY = 86_400_000;
const LOGGER = pino({ level: 'silent' });

let folder: string;
let app: Running;
let clock: TestClock;
let origin: string;
let id: string;
let version: string;
let providers: WebsocketProvider[] = [];

/** The whole server on its embedded database, listening; the same folder again is a restart. */
async function start(at: string): Promise<void> {
  clock = createTestClock(at);
  const config = {
    ...{
      port: 0,
      host: '127.0.0.1',
      dataDir: folder,
      publicUrl: null,
      adminToken: ADMIN,
      metricsToken: null,
    },
    ...{ demo: false, logLevel: 'silent', mail: null, connectionsPerAddress: 100 },
  };
  app = await createApp({ config, logger: LOGGER, clientFolder: null, clock });
  origin = await app.http.listen({ port: 0, host: '127.0.0.1' });
}

async function ask(method: string, path: string, body?: object, token = ADMIN) {
  const answer = await fetch(`${origin}/api/documents${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, ...(await answer.json()) };
}

async function invite(role: string, constituency: string): Promise<string> {
  const delegation = { name: `Delegation of ${role}`, constituency };
  const name = `Sample ${role}`;
  return (await ask('POST', `/${id}/invitations`, { name, role, delegation })).token;
}

function enter(token: string, doc = createDoc()) {
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, id, doc, {
    WebSocketPolyfill: signedIn(token),
    disableBc: true,
  });
  providers.push(provider);
  return { provider, doc, text: doc.getText('text') as Y.Text };
}
type Entered = ReturnType<typeof enter>;
const synced = ({ provider }: Entered) =>
  until(
    () => provider.synced,
    (look) => provider.on('sync', look),
  );
const closed = ({ provider }: Entered) =>
  new Promise<number | undefined>((resolve) => {
    provider.once('connection-close', (event: { code: number } | null) => resolve(event?.code));
  });
const words = async (): Promise<string> =>
  (await ask('GET', `/${id}/text`)).paragraphs.map(({ text }: { text: string }) => text).join('|');
const adopt = () => ask('POST', `/${id}/adoption`, { version, manner: 'consensus', date: '2026-10-01' });

beforeEach(async () => {
  // A stock provider says so of each of our own messages, and goes on.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
  await start('2026-10-01T09:00:00.000Z');
  id = (await ask('POST', '', { title: 'Sample text', workingText: 'participants', register: 'public' })).id;
  await ask('POST', `/${id}/phase`, { phase: 'drafting' });
});
afterEach(async () => {
  for (const provider of providers) provider.destroy();
  providers = [];
  await app.close();
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

describe('a text that is frozen', { timeout: 60_000 }, () => {
  it('V126: adoption closes whoever is typing, who comes back to read; later and offline words are refused', async () => {
    const token = await invite('drafter', 'technical-community');
    const [typing, offline] = [enter(token), enter(token)];
    await Promise.all([typing, offline].map(synced));
    // The server's first paragraph may be on its way to the disk; words typed before it would stand outside of it.
    await until(
      () => typing.text.length > 0,
      (look) => typing.doc.on('update', look),
    );
    typing.text.insert(typing.text.length, 'We decide.');
    await until(
      () => offline.text.toString() === 'We decide.',
      (look) => offline.doc.on('update', look),
    );
    version = (await ask('POST', `/${id}/versions`, { stage: 'final', name: 'Final text' })).id;
    offline.provider.disconnect();
    offline.text.insert(offline.text.length, ' And more.');
    const code = closed(typing);
    expect((await adopt()).status).toBe(201);
    expect(await code).toBe(CLOSE.reauthorise);
    await synced(typing);
    expect(typing.text.toString()).toBe('We decide.');
    const refused = closed(typing);
    typing.text.insert(0, 'No: ');
    expect(await refused).toBe(CLOSE.notPermitted);
    const late = closed(offline);
    offline.provider.connect();
    expect(await late).toBe(CLOSE.notPermitted);
    // What was refused stays with those who wrote it.
    expect(offline.text.toString()).toBe('We decide. And more.');
    expect(await words()).toBe('We decide.');
    await app.close();
    await start('2027-10-01T09:00:00.000Z');
    expect(await words()).toBe('We decide.');
    expect((await ask('GET', `/${id}`)).abilities['text.write']).toEqual({
      allowed: false,
      reason: 'adopted',
    });
    expect((await ask('POST', `/${id}/phase`, { phase: 'drafting' })).status).toBe(409);
  });

  it.each([
    ['broken', true, 'negotiation'],
    ['kept', false, 'adoption'],
  ])(
    'V123: a deadline that passes while the server is stopped: %s, as of the deadline',
    async (outcome, objects, phase) => {
      const token = await invite('delegate', 'government');
      const drafter = enter(await invite('drafter', 'technical-community'));
      const reader = enter(token);
      await Promise.all([drafter, reader].map(synced));
      drafter.text.insert(drafter.text.length, 'We decide.');
      await until(
        () => reader.text.toString() === 'We decide.',
        (look) => reader.doc.on('update', look),
      );
      version = (await ask('POST', `/${id}/versions`, { stage: 'revision', name: 'Rev.2' })).id;
      const deadline = '2026-10-05T19:00:00.000Z';
      const frozen = closed(drafter);
      const silence = (
        await ask('POST', `/${id}/silences`, {
          version,
          deadline: { wall: '2026-10-05T15:00', timeZone: 'America/New_York' },
        })
      ).entry.row;
      expect([silence.deadline, await frozen]).toEqual([deadline, CLOSE.reauthorise]);
      const paragraph = (await ask('GET', `/${id}/text`)).paragraphs[0].id;
      if (objects)
        await ask(
          'POST',
          `/${id}/silences/${silence.id}/objections`,
          { places: [{ paragraph }], reason: 'No.' },
          token,
        );
      for (const provider of providers) provider.destroy();
      await app.close();
      await start(new Date(Date.parse(deadline) + 3 * DAY).toISOString());
      const { document } = await ask('GET', `/${id}`);
      expect(document).toMatchObject({ phase, phaseSince: deadline, closesAt: null });
      const [settled] = (await ask('GET', `/${id}/silences`)).silences;
      expect(settled.silence).toMatchObject({ outcome, decidedAt: deadline });
      expect(settled.places).toHaveLength(objects ? 1 : 0);
      // Before anybody asked: the start itself recorded it.
      const { entries } = await ask('GET', `/${id}/audit?after=0&limit=200`);
      const acts = entries.map(({ act }: { act: string }) => act);
      expect(acts.filter((act: string) => act === 'silence.settle')).toHaveLength(1);
    },
  );
});
