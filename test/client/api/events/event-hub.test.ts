import { describe, expect, it } from 'vitest';
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
  let awake: () => void = () => undefined;
  let hidden = false;
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
    hidden: () => hidden,
    watch: (lookedAt, backOnline) => {
      awake = lookedAt;
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
    hide: () => {
      hidden = true;
    },
    lookAt: () => {
      hidden = false;
      awake();
    },
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
    pass();
    sockets[0]?.onmessage?.({ data: JSON.stringify({ kind: 'register-changed', head: 1 }) });
    pass();
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
    pass();
    expect(heard).toEqual(['register-changed']);
    feed.end();
    pass();
    expect(sockets).toHaveLength(1);
    hub.feed();
    expect(sockets[0]?.closed).toBe(true);
  });

  it('U72, R55: comes back within growing windows, and within a second when the device is online again', () => {
    const { sockets, listen, pass, timers, online } = trial();
    listen();
    pass();
    const waits: number[] = [];
    for (let k = 0; k < 4; k += 1) {
      sockets.at(-1)?.onclose?.({ code: 1006 });
      waits.push(timers()[0] as number);
      pass();
    }
    expect(waits).toEqual([2_000, 4_000, 5_000, 5_000]);
    sockets.at(-1)?.onclose?.({ code: 1006 });
    const before = sockets.length;
    online();
    expect(timers()).toEqual([500]);
    pass();
    expect(sockets).toHaveLength(before + 1);
  });

  it('R55: a line that opens and closes again does not begin from the shortest wait; one that stood does', () => {
    const { sockets, listen, pass, timers } = trial();
    listen();
    pass();
    sockets[0]?.onclose?.({ code: 1006 });
    pass();
    sockets[1]?.onopen?.();
    sockets[1]?.onclose?.({ code: 1006 });
    expect(Math.max(...timers())).toBe(4_000);
    pass();
    sockets[2]?.onopen?.();
    pass();
    sockets[2]?.onclose?.({ code: 1006 });
    expect(timers()).toEqual([2_000]);
  });

  it('R56: those who may have missed something are told one after the other, each once', () => {
    const { hub, sockets, listen, pass, timers, heard } = trial();
    for (let k = 0; k < 4; k += 1) listen();
    // One may listen twice in the same words; here four do in their own.
    for (let k = 0; k < 3; k += 1) hub.listen(({ kind }) => heard.push(kind));
    pass();
    sockets[0]?.onopen?.();
    const turns = timers().filter((ms) => ms < 10_000);
    expect(turns).toEqual([200, 600, 1_000, 1_400, 1_800, 2_200, 2_600]);
    sockets[0]?.onclose?.({ code: CLOSE.reauthorise });
    expect(timers().filter((ms) => ms < 10_000)).toHaveLength(turns.length + 1);
    pass();
    expect(heard).toEqual(Array.from({ length: 7 }, () => 'anew'));
  });

  it('R56: what the register reached meanwhile is told once, as far as it reached', () => {
    const { hub, sockets, pass } = trial();
    const heard: Heard[] = [];
    hub.listen((one) => heard.push(one));
    pass();
    const say = (head: number, only?: 'positions'): void =>
      sockets[0]?.onmessage?.({ data: JSON.stringify({ kind: 'register-changed', head, only }) });
    say(3, 'positions');
    say(4, 'positions');
    pass();
    say(6);
    say(5, 'positions');
    expect(heard).toEqual([{ kind: 'register-changed', head: 4, only: 'positions' }]);
    pass();
    expect(heard[1]).toEqual({ kind: 'register-changed', head: 6 });
  });

  it('R56: a page that nobody looks at asks for nothing, and for what it lacks when it is looked at', () => {
    const { sockets, listen, pass, heard, hide, lookAt } = trial();
    listen();
    pass();
    hide();
    sockets[0]?.onopen?.();
    sockets[0]?.onmessage?.({ data: JSON.stringify({ kind: 'register-changed', head: 4 }) });
    pass();
    expect(heard).toEqual([]);
    lookAt();
    pass();
    expect(heard).toEqual(['back']);
  });

  it('U71: a change of access or audience means starting anew', () => {
    const { sockets, heard, listen, pass } = trial();
    listen();
    pass();
    sockets[0]?.onmessage?.({ data: JSON.stringify({ kind: 'document-changed', audience: true }) });
    pass();
    sockets[0]?.onmessage?.({ data: JSON.stringify({ kind: 'document-changed', audience: false }) });
    sockets[0]?.onclose?.({ code: CLOSE.reauthorise });
    pass();
    expect(heard).toEqual(['document-changed', 'anew', 'document-changed', 'anew']);
  });
});
