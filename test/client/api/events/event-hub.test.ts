import { describe, expect, it } from 'vitest';
import { comeBackAfter } from '../../../../client/api/events/backoff.ts';
import { createEventHub, type Heard } from '../../../../client/api/events/event-hub.ts';
import { CLOSE } from '../../../../shared/api/socket.ts';

/** A hub whose sockets and timers are moved by hand. */
function trial() {
  const sockets: {
    readyState: number;
    closed: boolean;
    onopen?: () => void;
    onmessage?: (event: { data: string }) => void;
    onclose?: (event: { code: number }) => void;
    close(): void;
  }[] = [];
  let timers: { act: () => void; ms: number }[] = [];
  let online: () => void = () => undefined;
  const hub = createEventHub({
    open: () => {
      const socket = {
        readyState: 1,
        closed: false,
        close() {
          this.closed = true;
        },
      };
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    random: () => 0.5,
    setTimer: (act, ms) => {
      const timer = { act, ms };
      timers.push(timer);
      return timer;
    },
    clearTimer: (timer) => {
      timers = timers.filter((one) => one !== timer);
    },
    watch: (_, backOnline) => {
      online = backOnline;
      return () => undefined;
    },
  });
  const heard: string[] = [];
  return {
    hub,
    sockets,
    heard,
    listen: () => hub.listen(({ kind }) => heard.push(kind)),
    online: () => online(),
    timers: () => timers.map(({ ms }) => ms),
    pass: () => {
      const now = timers;
      timers = [];
      for (const { act } of now) act();
    },
  };
}

describe('events of a document', () => {
  it('U72: one socket however many listen; says that it is back, passes events on, hangs up with the last', () => {
    const { hub, sockets, heard, listen, pass } = trial();
    const stop = [listen(), hub.listen(() => undefined)];
    expect(sockets).toHaveLength(0);
    pass();
    expect(sockets).toHaveLength(1);
    sockets[0]?.onopen?.();
    sockets[0]?.onmessage?.({ data: JSON.stringify({ kind: 'register-changed', head: 1 }) });
    expect(heard).toEqual(['back', 'register-changed']);
    for (const end of stop) end();
    pass();
    expect(sockets[0]?.closed).toBe(true);
  });

  it('U72: opens no socket while the line of the working text feeds it, and one when that ends', () => {
    const { hub, sockets, heard, listen, pass } = trial();
    listen();
    const feed = hub.feed();
    pass();
    expect(sockets).toHaveLength(0);
    feed.tell({ kind: 'register-changed', head: 4 } as Heard);
    expect(heard).toEqual(['register-changed']);
    feed.end();
    pass();
    expect(sockets).toHaveLength(1);
    hub.feed();
    expect(sockets[0]?.closed).toBe(true);
  });

  it('U72: comes back with growing waits, and at once when the device is online again', () => {
    const { sockets, listen, pass, timers, online } = trial();
    listen();
    pass();
    const waits: number[] = [];
    for (let k = 0; k < 4; k += 1) {
      sockets.at(-1)?.onclose?.({ code: 1006 });
      waits.push(timers()[0] as number);
      pass();
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBe(4);
    sockets.at(-1)?.onclose?.({ code: 1006 });
    const before = sockets.length;
    online();
    expect(sockets).toHaveLength(before + 1);
  });

  it('U71: a change of access or audience means starting anew', () => {
    const { sockets, heard, listen, pass } = trial();
    listen();
    pass();
    sockets[0]?.onmessage?.({ data: JSON.stringify({ kind: 'document-changed', audience: true }) });
    sockets[0]?.onmessage?.({ data: JSON.stringify({ kind: 'document-changed', audience: false }) });
    sockets[0]?.onclose?.({ code: CLOSE.reauthorise });
    expect(heard).toEqual(['document-changed', 'anew', 'document-changed', 'anew']);
  });

  it('U72: somebody who is refused asks seldom', () => {
    expect(comeBackAfter(CLOSE.notPermitted, 0, 0)).toBeGreaterThanOrEqual(30_000);
    expect(comeBackAfter(CLOSE.reauthorise, 0, 1)).toBeLessThanOrEqual(250);
    expect(comeBackAfter(1006, 50, 1)).toBeLessThanOrEqual(15_000);
  });
});
