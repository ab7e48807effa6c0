import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { systemTimers, type Timers } from '../room/timers.ts';

/** How one socket has been doing since it was last pinged. */
export interface Pulse {
  /** Messages received; whoever takes them counts them here. */
  messages: number;
}

export interface Heartbeat {
  /** From now on the socket is pinged, and cut when it does not answer; until it closes. */
  watch(socket: WebSocket): Pulse;
  end(): void;
}

export interface HeartbeatOptions {
  /** Milliseconds between two pings of one socket. */
  readonly every: number;
  /** Pings after which a message that has begun must be whole. */
  readonly messageBeats: number;
  readonly timers?: Timers;
}

/** In how many parts the sockets are pinged: 10,000 of them are 340 a second, not one spike every half minute. */
const PARTS = 30;

/** A guess at it hits once in four billion: nobody can answer a ping that they have not read. */
const NONCE_BYTES = 4;

interface Watched extends Pulse {
  readonly socket: WebSocket;
  answered: boolean;
  /** `messages` at the last ping, and for how many pings it has stood while a message was under way. */
  counted: number;
  beats: number;
}

interface Part {
  readonly sockets: Set<Watched>;
  nonce: Buffer;
}

/**
 * R36: pings each socket once every `every` milliseconds, spread over time, and cuts those that did not answer the last
 * one: peers that vanished without a word, and those that read nothing, whose network therefore takes nothing.
 */
export function startHeartbeat({ every, messageBeats, timers = systemTimers }: HeartbeatOptions): Heartbeat {
  const parts: Part[] = Array.from({ length: PARTS }, () => ({
    sockets: new Set(),
    nonce: Buffer.alloc(0),
  }));
  let added = 0;
  let beat = 0;
  let watching = 0;
  /** Calls the next beat off; null while there is nobody to ping, so that an empty server sleeps. */
  let cancel: (() => void) | null = null;

  const isStuck = (watched: Watched): boolean => {
    const underWay = isMessageUnderWay(watched.socket);
    watched.beats = underWay && watched.counted === watched.messages ? watched.beats + 1 : 0;
    watched.counted = watched.messages;
    return watched.beats > messageBeats;
  };

  const ping = (): void => {
    const part = parts[beat % PARTS] as Part;
    beat += 1;
    cancel = watching > 0 ? timers.after(every / PARTS, ping) : null;
    if (part.sockets.size === 0) return;
    part.nonce = randomBytes(NONCE_BYTES);
    for (const watched of part.sockets) {
      if (!watched.answered || isStuck(watched)) {
        watched.socket.terminate();
        continue;
      }
      watched.answered = false;
      if (watched.socket.readyState === watched.socket.OPEN) watched.socket.ping(part.nonce);
    }
  };

  return {
    watch(socket) {
      const part = parts[added % PARTS] as Part;
      added += 1;
      const watched: Watched = { socket, answered: true, messages: 0, counted: 0, beats: 0 };
      part.sockets.add(watched);
      watching += 1;
      cancel ??= timers.after(every / PARTS, ping);
      socket.on('pong', (data) => {
        if (part.nonce.equals(data)) watched.answered = true;
      });
      socket.on('close', () => {
        if (part.sockets.delete(watched)) watching -= 1;
      });
      return watched;
    },
    end: () => cancel?.(),
  };
}

/** Whether a message has begun and is not whole. What ws counts for its own limit tells. */
const isMessageUnderWay = (socket: WebSocket): boolean =>
  ((socket as unknown as { readonly _receiver?: { readonly _totalPayloadLength: number } })._receiver
    ?._totalPayloadLength ?? 0) > 0;
