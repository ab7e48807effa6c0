import type { WebSocket } from 'ws';
import type { AccessChange, AccessChanges } from '../ports/access.ts';
import type { TokenHash } from '../ports/records.ts';

/** A place among the sockets of a session, taken before its visitor is judged, so that no sign-out slips between. */
export interface Ticket {
  /** False when the session has ended meanwhile. Otherwise the place is given up when the socket closes. */
  seat(socket: WebSocket): boolean;
  /** Gives up the place, unless a socket has it. */
  leave(): void;
}

/** Which sockets were opened with which session, so that signing out closes them (R39). */
export interface SessionSockets {
  /** `cookie`: the session cookie's value; null for whoever shows none. */
  reserve(cookie: string | null): Ticket;
  end(): void;
}

interface Place {
  tokenHash: TokenHash;
  socket: WebSocket | null;
  ended: boolean;
}

export const NO_SESSION: Ticket = { seat: () => true, leave: () => undefined };

/** `signedOut` is called with every socket of a session that ended. */
export function createSessionSockets(
  access: AccessChanges,
  hash: (cookie: string) => TokenHash,
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

  const end = access.subscribe((changes) => {
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
        } else if (place.socket === null) place.ended = true;
        else signedOut(place.socket);
      }
    }
  });

  return {
    reserve(cookie) {
      if (cookie === null) return NO_SESSION;
      const place: Place = { tokenHash: hash(cookie), socket: null, ended: false };
      keep(place);
      return {
        seat(socket) {
          place.socket = socket;
          socket.once('close', () => leave(place));
          return !place.ended;
        },
        leave() {
          if (place.socket === null) leave(place);
        },
      };
    },
    end,
  };
}

const hashOf = (change: AccessChange, ended: boolean): TokenHash[] =>
  change.of === 'session' && change.ended === ended ? [change.tokenHash] : [];
