import type { WebSocket } from 'ws';
import type { IsoTime } from '../../shared/model/ids.ts';
import type { AccessChange, AccessChanges } from '../ports/access.ts';
import type { Clock } from '../ports/clock.ts';
import type { TokenHash } from '../ports/records.ts';

/** A place among the sockets of a session, taken before its visitor is judged, so that no sign-out slips between. */
export interface Ticket {
  /** False when the session has ended meanwhile. Otherwise the place is given up when the socket closes. */
  seat(socket: WebSocket): boolean;
  /** Gives up the place, unless a socket has it. */
  leave(): void;
}

/** What tells of the ends of sessions. */
export interface SignOuts {
  readonly access: AccessChanges;
  /** Hashes a cookie as sessions are known by. */
  readonly hash: (cookie: string) => TokenHash;
  readonly clock: Clock;
  /** When the session of a cookie ends by itself; null when it opens nothing. */
  readonly endsAt: (cookie: string) => Promise<IsoTime | null>;
}

/** Which sockets were opened with which session, so that its end closes them (R39). */
export interface SessionSockets {
  /** `cookie`: the session cookie's value; null for whoever shows none. */
  reserve(cookie: string | null): Promise<Ticket>;
  end(): void;
}

interface Place {
  tokenHash: TokenHash;
  socket: WebSocket | null;
  ended: boolean;
  /** When its session ends by itself. One that replaces it ends later: then the socket comes back once too often. */
  endsAt: IsoTime | null;
}

const NO_SESSION: Ticket = { seat: () => true, leave: () => undefined };

/** Where no session ends. */
export const NO_SESSIONS: SessionSockets = { reserve: async () => NO_SESSION, end: () => undefined };

/** `signedOut` is called with every socket of a session that ended. */
export function createSessionSockets(
  { access, hash, clock, endsAt }: SignOuts,
  signedOut: (socket: WebSocket) => void,
): SessionSockets {
  const sessions = new Map<TokenHash, Set<Place>>();

  const keep = (place: Place): void => {
    const places = sessions.get(place.tokenHash) ?? new Set();
    sessions.set(place.tokenHash, places.add(place));
  };
  const leave = (place: Place): void => {
    const places = sessions.get(place.tokenHash);
    if (places?.delete(place) && places.size === 0) sessions.delete(place.tokenHash);
  };

  const close = (place: Place): void => {
    if (place.socket === null) place.ended = true;
    else signedOut(place.socket);
  };

  /** One timer for all, at the earliest end: closes what is over, and waits for the next. */
  let next: IsoTime | null = null;
  let cancel = (): void => undefined;
  const expire = (): void => {
    next = null;
    const now = clock.now();
    for (const places of sessions.values())
      for (const place of places)
        if (place.endsAt !== null && place.endsAt <= now) {
          leave(place);
          close(place);
        } else expireAt(place.endsAt);
  };
  const expireAt = (time: IsoTime | null): void => {
    if (time === null || (next !== null && next <= time)) return;
    cancel();
    next = time;
    cancel = clock.at(time, expire);
  };

  const unsubscribe = access.subscribe((changes) => {
    const of = (ended: boolean): TokenHash[] => changes.flatMap((change) => hashOf(change, ended));
    const [begun] = of(false);
    for (const tokenHash of of(true)) {
      const places = sessions.get(tokenHash) ?? [];
      sessions.delete(tokenHash);
      for (const place of places) {
        if (begun !== undefined) {
          // Entering once more replaces the session and keeps what it held: its sockets go over to the new one.
          place.tokenHash = begun;
          keep(place);
        } else close(place);
      }
    }
  });

  return {
    async reserve(cookie) {
      if (cookie === null) return NO_SESSION;
      const place: Place = { tokenHash: hash(cookie), socket: null, ended: false, endsAt: null };
      keep(place);
      try {
        place.endsAt = await endsAt(cookie);
      } catch (error) {
        leave(place);
        throw error;
      }
      return {
        seat(socket) {
          place.socket = socket;
          socket.on('close', () => leave(place));
          expireAt(place.endsAt);
          return !place.ended;
        },
        leave() {
          if (place.socket === null) leave(place);
        },
      };
    },
    end() {
      cancel();
      unsubscribe();
    },
  };
}

const hashOf = (change: AccessChange, ended: boolean): TokenHash[] =>
  change.of === 'session' && change.ended === ended ? [change.tokenHash] : [];
