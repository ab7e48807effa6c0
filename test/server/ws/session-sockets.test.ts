import { afterEach, describe, expect, it } from 'vitest';
import type WebSocket from 'ws';
import type { AccessChange } from '../../../server/ports/access.ts';
import { CLOSE } from '../../../shared/api/socket.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { DOC } from '../room/cast.ts';
import { createTestClock } from '../test-clock.ts';
import { openLine, startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
afterEach(() => server.stop());

const isOpen = ({ socket }: { readonly socket: WebSocket }): boolean => socket.readyState === socket.OPEN;

describe('the end of a session', () => {
  const session = (tokenHash: string, ended: boolean): AccessChange => ({ of: 'session', tokenHash, ended });
  const withCookie = (name: string, door = 'sync') =>
    openLine(`${server.url.replace(/sync$/, door)}/${DOC}`, { cookie: `sb_session=${name}` });
  /** The store's side: what it tells of sessions. The test server knows a session by its cookie itself. */
  const startWithSessions = async (
    ends: Pick<Parameters<typeof startTestServer>[0] & object, 'clock' | 'endsAt'> = {},
  ) => {
    let tell: (changes: readonly AccessChange[]) => void = () => undefined;
    const access = {
      subscribe: (listener: typeof tell) => {
        tell = listener;
        return () => undefined;
      },
    };
    server = await startTestServer({ access, ...ends });
    return (...changes: AccessChange[]) => tell(changes);
  };

  it('R39: closes the sockets of that session and no other', async () => {
    const tell = await startWithSessions();
    const [text, events] = [await withCookie('Anna.drafter'), await withCookie('Anna.drafter', 'events')];
    const other = await withCookie('Ben.drafter');
    tell(session('Anna.drafter', true));
    expect([(await text.closed).code, (await events.closed).code]).toEqual([4205, 4205]);
    expect(isOpen(other)).toBe(true);
  });

  it('R39: entering once more replaces the session and leaves its sockets open until that one ends', async () => {
    const tell = await startWithSessions();
    const line = await withCookie('Anna.drafter');
    tell(session('Anna.drafter', true), session('Anna.newer', false));
    const later = await withCookie('Ben.drafter');
    expect(isOpen(line)).toBe(true);
    tell(session('Anna.newer', true));
    expect((await line.closed).code).toBe(CLOSE.reauthorise);
    expect(isOpen(later)).toBe(true);
  });

  it.each(['sync', 'events'])('R39: while /%s is being judged counts as well', async (door) => {
    const tell = await startWithSessions();
    server.whileJudging = () => tell(session('Anna.drafter', true));
    expect((await (await withCookie('Anna.drafter', door)).closed).code).toBe(CLOSE.reauthorise);
  });

  describe('that comes by time', () => {
    const DAY = 86_400_000;
    const START = '2026-10-01T09:00:00.000Z';
    const inDays = (days: number): IsoTime =>
      new Date(Date.parse(START) + days * DAY).toISOString() as IsoTime;

    it('R72: a session that ends by itself closes its sockets, on either door, at that time and no other’s', async () => {
      const clock = createTestClock(START);
      let timers = 0;
      const counting = {
        ...clock,
        at: (time: IsoTime, act: () => void) => {
          timers += 1;
          return clock.at(time, act);
        },
      };
      await startWithSessions({
        clock: counting,
        endsAt: (cookie) => inDays(cookie.startsWith('Anna') ? 90 : 91),
      });
      const others = [await withCookie('Ben.drafter'), await withCookie('Eve.drafter')];
      const hers = [await withCookie('Anna.drafter'), await withCookie('Anna.drafter', 'events')];
      const byToken = await openLine(`${server.url}/${DOC}`, { authorization: 'Bearer Anna.drafter' });
      expect(timers).toBe(2);
      clock.turn(89 * DAY);
      expect([...hers, ...others].every(isOpen)).toBe(true);
      clock.turn(DAY);
      for (const line of hers) expect((await line.closed).code).toBe(CLOSE.reauthorise);
      expect(others.every(isOpen)).toBe(true);
      clock.turn(DAY);
      for (const line of others) expect((await line.closed).code).toBe(CLOSE.reauthorise);
      expect(isOpen(byToken)).toBe(true);
    });

    it('R72: one that ends while its visitor is being judged opens nothing', async () => {
      const clock = createTestClock(START);
      await startWithSessions({ clock, endsAt: () => inDays(90) });
      expect(isOpen(await withCookie('Ben.drafter'))).toBe(true);
      server.whileJudging = () => clock.turn(90 * DAY);
      expect((await (await withCookie('Anna.drafter')).closed).code).toBe(CLOSE.reauthorise);
    });
  });
});
