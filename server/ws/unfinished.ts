import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Timers } from '../room/timers.ts';
import type { DoorLimits } from './door-limits.ts';

/**
 * R71: what has come of messages that are not whole lies in memory, and the bound of one frame alone would let the sockets
 * of one address hold a gigabyte. So all such bytes together have a bound, and those of an address another.
 */
export interface Unfinished {
  /** Counts what the socket holds from now on, until it closes. */
  watch(socket: WebSocket, address: string | null, stranger: boolean): void;
  /** Bytes that are held at present. */
  readonly bytes: number;
}

/** A message that has begun. */
interface Begun {
  readonly socket: WebSocket;
  readonly address: string | null;
  readonly stranger: boolean;
  held: number;
  /** When it began, or when a message before it was whole. */
  since: number;
}

/** Once a bound is passed, so much of it is left: not every further piece has to look for somebody. */
const LEFT = 3 / 4;

/** Milliseconds in which the closing frame of whoever is cut can be read, before the line goes. */
const FAREWELL = 1_000;

/** `sendAway` closes a socket and says why. What it holds is let go at once, and what still comes is not kept. */
export function createUnfinished(
  limits: Pick<DoorLimits, 'unfinishedBytes' | 'unfinishedOfAddress'>,
  timers: Pick<Timers, 'now' | 'after'>,
  sendAway: (socket: WebSocket) => void,
): Unfinished {
  const all = new Set<Begun>();
  const ofAddress = new Map<string, number>();
  let bytes = 0;

  const count = (one: Begun, held: number): void => {
    const by = held - one.held;
    one.held = held;
    bytes += by;
    if (one.address === null) return;
    const sum = (ofAddress.get(one.address) ?? 0) + by;
    if (sum === 0) ofAddress.delete(one.address);
    else ofAddress.set(one.address, sum);
  };

  const cut = (one: Begun): void => {
    all.delete(one);
    count(one, 0);
    sendAway(one.socket);
    letGo(one.socket);
    timers.after(FAREWELL, () => one.socket.terminate());
  };

  /** Strangers first, then whoever has held most for longest: quick and nearly done ones last. */
  const shed = (candidates: Begun[], tooMany: number): void => {
    const now = timers.now();
    const cost = ({ held, since }: Begun): number => held * (1 + now - since);
    candidates.sort((a, b) => Number(b.stranger) - Number(a.stranger) || cost(b) - cost(a));
    let left = tooMany;
    for (const one of candidates) {
      if (left <= 0) return;
      left -= one.held;
      cut(one);
    }
  };

  const keepBounds = (address: string | null): void => {
    const sum = address === null ? 0 : (ofAddress.get(address) ?? 0);
    if (sum > limits.unfinishedOfAddress)
      shed(
        [...all].filter((one) => one.address === address),
        sum - LEFT * limits.unfinishedOfAddress,
      );
    if (bytes > limits.unfinishedBytes) shed([...all], bytes - LEFT * limits.unfinishedBytes);
  };

  return {
    watch(socket, address, stranger) {
      let mine: Begun | null = null;
      const look = (held: number): void => {
        if (mine === null ? held === 0 : !all.has(mine)) return;
        mine ??= { socket, address, stranger, held: 0, since: timers.now() };
        all.add(mine);
        if (held < mine.held) mine.since = timers.now();
        count(mine, held);
        if (held > 0) keepBounds(address);
        else {
          all.delete(mine);
          mine = null;
        }
      };
      // Behind the listener of ws, which has taken the bytes in by then.
      lineOf(socket).on('data', () => look(heldBy(socket)));
      socket.on('close', () => look(0));
    },
    get bytes() {
      return bytes;
    },
  };
}

/** What ws keeps of a socket: it tells nobody, but has kept it so since version 8. */
interface Inside {
  readonly _socket: Socket;
  readonly _receiver: {
    _bufferedBytes: number;
    _buffers: Buffer[];
    _messageLength: number;
    _fragments: unknown[];
  };
}
const insideOf = (socket: WebSocket): Inside => socket as unknown as Inside;
const lineOf = (socket: WebSocket): Socket => insideOf(socket)._socket;

/** Bytes of a frame that is not whole, and of the parts before it of the same message. */
function heldBy(socket: WebSocket): number {
  const { _bufferedBytes, _messageLength } = insideOf(socket)._receiver;
  return _bufferedBytes + _messageLength;
}

function letGo(socket: WebSocket): void {
  const { _receiver: receiver, _socket: line } = insideOf(socket);
  line.removeAllListeners('data');
  line.resume();
  receiver._buffers = [];
  receiver._fragments = [];
  receiver._bufferedBytes = 0;
}
