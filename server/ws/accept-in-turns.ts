import type { Server } from 'node:net';
import type { Timers } from '../room/timers.ts';
import { WAITING_CONNECTIONS } from './door-limits.ts';

/** A TCP connection that the system has taken, before Node makes a socket of it. */
interface RawLine {
  close(): void;
}

/** What Node keeps of a listening server, and the libraries that hand connections to other processes rely on as well. */
interface Listening {
  readonly _handle: { onconnection?: (status: number, line?: RawLine) => void } | null;
  readonly _connections: number;
}

export interface Accepting {
  /** Lines that wait to become sockets. */
  readonly waiting: number;
}

/**
 * R73: makes sockets of new lines, and so reads what they ask for, at most `slice` milliseconds in each turn of the event
 * loop. The system hands over all that wait in one go, thousands after a restart, and a socket with its parser costs a
 * hundred times what taking the line does. Where Node keeps its handle otherwise, lines are taken as they come.
 */
export function acceptInTurns(
  server: Server,
  slice: number,
  { now, soon }: Pick<Timers, 'now' | 'soon'>,
): Accepting {
  const inside = server as unknown as Listening;
  let waiting: (() => void)[] = [];
  let next = 0;
  /** Milliseconds spent in this turn. */
  let spent = 0;
  let turning = false;

  const count = (): number => waiting.length - next;
  const make = (act: () => void): void => {
    const begun = now();
    act();
    spent += now() - begun;
    if (turning) return;
    turning = true;
    soon(turn);
  };
  const turn = (): void => {
    turning = false;
    spent = 0;
    while (count() > 0 && spent < slice) {
      const act = waiting[next] as () => void;
      next += 1;
      make(act);
    }
    if (count() > 0) return;
    waiting = [];
    next = 0;
  };

  server.on('listening', () => {
    const handle = inside._handle;
    const take = handle?.onconnection;
    if (handle == null || take === undefined) return;
    handle.onconnection = (status, line) => {
      if (line === undefined) take.call(handle, status);
      else if (count() === 0 && spent < slice) make(() => take.call(handle, status, line));
      else if (count() >= WAITING_CONNECTIONS || inside._connections + count() >= server.maxConnections)
        line.close();
      else
        waiting.push(() => {
          // A server that has stopped listening meanwhile takes nobody.
          if (inside._handle === handle) take.call(handle, status, line);
          else line.close();
        });
    };
  });
  return {
    get waiting() {
      return count();
    },
  };
}
