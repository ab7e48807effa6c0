import { afterEach, describe, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { CLOSE } from '../../../shared/api/socket.ts';
import type { DocumentEvent } from '../../../shared/model/event.ts';
import { AT, DOC } from '../room/cast.ts';
import { type Line, openLine, startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
afterEach(() => server.stop());

const eventsUrl = (): string => `${server.url.replace(/\/sync$/, '/events')}/${DOC}`;
const enter = (token: string | null): Promise<Line> =>
  openLine(eventsUrl(), token === null ? {} : { authorization: `Bearer ${token}` });

const event = (body: object): DocumentEvent => ({ documentId: DOC, at: AT, ...body }) as DocumentEvent;
const REGISTER = event({ kind: 'register-changed', head: 7 });
const PHASE = event({ kind: 'phase-changed', phase: 'drafting', closesAt: null });

/** The kinds a socket hears until it hears of a change of phase, which everybody hears. */
const heardBy = ({ socket }: { readonly socket: WebSocket }): Promise<DocumentEvent[]> =>
  new Promise((resolve) => {
    const heard: DocumentEvent[] = [];
    socket.on('message', (data, isBinary) => {
      expect(isBinary).toBe(false);
      const said = JSON.parse(String(data)) as DocumentEvent;
      if (said.kind === 'phase-changed') resolve(heard);
      else heard.push(said);
    });
  });

describe('events by socket', { timeout: 30_000 }, () => {
  it('R22: each refusal has the close code that /sync gives it', async () => {
    server = await startTestServer();
    server.audience = 'participants';
    server.register = 'participants';
    const codeOf = async (token: string | null) => (await (await enter(token)).closed).code;
    expect(await codeOf(null)).toBe(CLOSE.notSignedIn);
    expect(await codeOf('unknown')).toBe(CLOSE.notSignedIn);
    expect((await (await openLine(eventsUrl().replace(DOC, 'nowhere'))).closed).code).toBe(CLOSE.noDocument);
    const foreign = await openLine(eventsUrl(), {
      cookie: 'sb_session=Anna.drafter',
      origin: 'https://evil.example',
    });
    expect((await foreign.closed).code).toBe(1006);
  });

  it('R22: whoever may view the document hears it, without a right to its working text', async () => {
    server = await startTestServer();
    server.audience = 'team';
    const line = await enter('Olu.observer');
    const heard = heardBy(line);
    server.bus.publish(REGISTER);
    server.bus.publish(event({ kind: 'text-imported', paragraphs: 3 }));
    server.bus.publish(PHASE);
    expect(await heard).toEqual([REGISTER]);
  });

  it('R23: notices are told to those they are for, and nothing of the register where it is closed', async () => {
    server = await startTestServer();
    server.register = 'participants';
    const [anna, olu, guest] = [await enter('Anna.drafter'), await enter('Olu.observer'), await enter(null)];
    const all = Promise.all([heardBy(anna), heardBy(olu), heardBy(guest)]);
    const notices = event({ kind: 'notices-changed', participants: ['anna', 'ben'] });
    server.bus.publish(notices);
    server.bus.publish(REGISTER);
    server.bus.publish({ ...REGISTER, documentId: 'another' as typeof DOC });
    server.bus.publish(PHASE);
    expect(await all).toEqual([[{ ...notices, participants: ['anna'] }, REGISTER], [REGISTER], []]);
  });

  it('R24: a change of membership closes the lines of that person, one of audience closes all', async () => {
    server = await startTestServer();
    const [anna, ben] = [await enter('Anna.drafter'), await enter('Ben.delegate')];
    server.bus.publish(event({ kind: 'members-changed', participantId: 'anna' }));
    expect((await anna.closed).code).toBe(CLOSE.reauthorise);
    const heard = heardBy(ben);
    server.bus.publish(PHASE);
    await heard;
    server.bus.publish(event({ kind: 'document-changed', audience: false }));
    expect(ben.socket.readyState).toBe(ben.socket.OPEN);
    server.bus.publish(event({ kind: 'document-changed', audience: true }));
    expect((await ben.closed).code).toBe(CLOSE.reauthorise);
  });

  it('R24: a judgement that a change of access overtook does not count', async () => {
    server = await startTestServer();
    server.whileJudging = () => server.bus.publish(event({ kind: 'document-changed', audience: true }));
    expect((await (await enter('Anna.drafter')).closed).code).toBe(CLOSE.reauthorise);
  });

  it('R25: nothing is said to this socket', async () => {
    server = await startTestServer();
    const line = await enter('Eve.drafter');
    line.socket.send('hello');
    expect((await line.closed).code).toBe(CLOSE.garbage);
    const large = await enter('Eve.drafter');
    large.socket.send('x'.repeat(200));
    expect((await large.closed).code).toBe(CLOSE.oversized);
  });

  it('stopping closes lines with 1001', async () => {
    server = await startTestServer();
    const line = await enter('Anna.drafter');
    const stopping = server.stop();
    expect((await line.closed).code).toBe(CLOSE.goingAway);
    await stopping;
    server = await startTestServer();
  });
});
