import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { CLOSE } from '../../../shared/api/socket.ts';
import { DOC } from '../room/cast.ts';
import { createDoc } from '../room/test-client.ts';
import { signedIn, startTestServer, type TestServer, until } from './test-server.ts';

let server: TestServer;
let providers: WebsocketProvider[] = [];
// A stock provider says "Unable to compute message" for each of our own messages, and goes on.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  for (const provider of providers) provider.destroy();
  providers = [];
  await server.stop();
  const complaints = vi.mocked(console.error).mock.calls.map(([first]) => String(first));
  vi.restoreAllMocks();
  expect(complaints.filter((line) => line !== 'Unable to compute message')).toEqual([]);
});

function join(token: string, doc = createDoc()): { provider: WebsocketProvider; text: Y.Text; doc: Y.Doc } {
  const provider = new WebsocketProvider(server.url, DOC, doc, {
    WebSocketPolyfill: signedIn(token),
    disableBc: true,
  });
  providers.push(provider);
  return { provider, text: doc.getText('text'), doc };
}
type Joined = ReturnType<typeof join>;

const synced = ({ provider }: Joined) =>
  until(
    () => provider.synced,
    (look) => provider.on('sync', look),
  );
const reads = ({ text, doc }: Joined, words: string) =>
  until(
    () => text.toString() === words,
    (look) => doc.on('update', look),
  );
const closed = ({ provider }: Joined) =>
  new Promise<number | undefined>((resolve) => {
    provider.on('connection-close', (event) => resolve(event?.code));
  });

describe('a stock y-websocket provider', { timeout: 30_000 }, () => {
  it('converges with others, and with itself after being away', async () => {
    server = await startTestServer();
    const [anna, ben, olu] = [join('Anna.drafter'), join('Ben.drafter'), join('Olu.observer')];
    await Promise.all([anna, ben, olu].map(synced));
    anna.text.insert(anna.text.length, 'We decide');
    await Promise.all([anna, ben, olu].map((one) => reads(one, 'We decide')));
    ben.provider.disconnect();
    ben.text.insert(ben.text.length, ' to act');
    anna.text.insert(anna.text.length, ' jointly');
    ben.provider.connect();
    await Promise.all(
      [anna, ben, olu].map((one) =>
        until(
          () => one.text.toString().includes('to act') && one.text.toString().includes('jointly'),
          (look) => one.doc.on('update', look),
        ),
      ),
    );
    expect(ben.text.toString()).toBe(anna.text.toString());
    expect(olu.text.toString()).toBe(anna.text.toString());
    expect(server.reports).toEqual([]);
  });

  it('keeps its place when it types at the moment of coming back', async () => {
    server = await startTestServer();
    const [anna, ben] = [join('Anna.drafter'), join('Ben.drafter')];
    await Promise.all([anna, ben].map(synced));
    anna.provider.disconnect();
    anna.text.insert(anna.text.length, 'offline');
    anna.provider.on('status', ({ status }: { status: string }) => {
      if (status === 'connected') anna.text.insert(anna.text.length, '!');
    });
    anna.provider.connect();
    await reads(ben, 'offline!');
    expect(ben.text.toString()).toBe(anna.text.toString());
  });

  it('sees who else is writing, under the name the server knows', async () => {
    server = await startTestServer();
    const [anna, ben] = [join('Anna.drafter'), join('Ben.drafter')];
    await Promise.all([anna, ben].map(synced));
    anna.provider.awareness.setLocalStateField('user', { name: 'Somebody important' });
    const seen = () =>
      ben.provider.awareness.getStates().get(anna.doc.clientID)?.user as { name: string } | undefined;
    await until(
      () => seen() !== undefined,
      (look) => ben.provider.awareness.on('change', look),
    );
    expect(seen()).toMatchObject({ participant: 'anna', name: 'Anna', role: 'drafter' });
    expect(anna.provider.awareness.getLocalState()?.user).toEqual({ name: 'Somebody important' });
  });

  it('R9: a reader who writes is closed with 4403 and stays away', async () => {
    server = await startTestServer();
    const [anna, olu] = [join('Anna.drafter'), join('Olu.observer')];
    await Promise.all([anna, olu].map(synced));
    const code = closed(olu);
    olu.text.insert(0, 'not mine to write');
    expect(await code).toBe(CLOSE.notPermitted);
    expect(olu.provider.shouldConnect).toBe(false);
    expect(anna.text.toString()).toBe('');
  });

  it('R15: comes back by itself after 4205 and is judged anew', async () => {
    server = await startTestServer();
    const anna = join('Anna.drafter');
    await synced(anna);
    server.phase = 'silence';
    const code = closed(anna);
    server.rooms.reauthorise(DOC);
    expect(await code).toBe(CLOSE.reauthorise);
    await synced(anna);
    const refused = closed(anna);
    anna.text.insert(0, 'late');
    expect(await refused).toBe(CLOSE.notPermitted);
  });

  it('takes 2,000 single keystrokes in one go', async () => {
    server = await startTestServer();
    const [anna, ben] = [join('Anna.drafter'), join('Ben.observer')];
    await Promise.all([anna, ben].map(synced));
    for (let k = 0; k < 2_000; k += 1) anna.text.insert(anna.text.length, String(k % 10));
    await until(
      () => ben.text.length === anna.text.length,
      (look) => ben.doc.on('update', look),
    );
    expect(ben.text.toString()).toBe(anna.text.toString());
    expect(Y.encodeStateVector(ben.doc)).toEqual(Y.encodeStateVector(anna.doc));
  });
});
