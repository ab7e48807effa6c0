import * as decoding from 'lib0/decoding';
import { MAX_PRESENCE_LENGTH, PRESENCE_COLORS, type PresenceUser } from '../../shared/api/socket.ts';
import type { IsoTime, ParticipantId } from '../../shared/model/ids.ts';
import type { ClientId } from '../ports/text-log.ts';
import type { Connection, Seat } from './connection.ts';
import { emptied } from './emptied.ts';
import { type PresenceEntry, presenceBytes, presenceFrame } from './frames.ts';
import { readSafeUint } from './safe-number.ts';

/** One client's presence as the room shows it. */
interface Shown {
  readonly connection: Connection;
  /** The clock and state the client sent last. */
  readonly theirClock: number;
  readonly theirState: string;
  /** What others get. The clock only rises, also when a client comes back with its old one. */
  readonly entry: PresenceEntry;
  /** The same as it stands in a frame. */
  readonly bytes: Uint8Array;
}

/** A state that is to be told. */
export interface PresenceChange {
  /** Whose it is; null for somebody who left. */
  readonly from: Connection | null;
  /** Whether it may go back there. */
  readonly mayReturn: boolean;
  readonly bytes: Uint8Array;
}

/** Up to so many states of one telling do not go back to those who show them; with more, one frame for all costs less. */
export const FEW_STATES = 32;

/**
 * Who writes where: presence states of those who may write, stamped with who they are. Nothing here is stored.
 * A state may go back to its own client under the clock that this gave it: awareness takes only higher ones for news.
 * Under a clock that was raised it never does, because it would replace the client's own.
 */
export interface Presence {
  /** Takes one state from its own connection; stale, oversized and unreadable ones are passed over. */
  show(connection: Connection, client: ClientId, clock: number, state: string, at: IsoTime): void;
  /** Forgets everything a connection showed. */
  leave(connection: Connection): void;
  /** Whose connection shows a client at present. */
  shownBy(client: ClientId): Connection | undefined;
  /** A frame of all states, with or without those of `connection`; null when there are none of others. */
  others(connection: Connection): Uint8Array | null;
  /** Whether others are to be told something: a state changed, or one was only renewed so that it does not lapse. */
  news(): 'changed' | 'renewed' | null;
  /** What changed or was renewed since the last call. */
  takeChanges(): readonly PresenceChange[];
}

/** The entries of an awareness update, or null when it is not one. */
export function readAwareness(update: Uint8Array): PresenceEntry[] | null {
  try {
    const decoder = decoding.createDecoder(update);
    const entries: PresenceEntry[] = [];
    for (let rest = readSafeUint(decoder); rest > 0; rest -= 1)
      entries.push({
        client: readSafeUint(decoder),
        clock: readSafeUint(decoder),
        state: decoding.readVarString(decoder),
      });
    return decoder.pos === update.length ? entries : null;
  } catch {
    return null;
  }
}

export function createPresence(): Presence {
  const shown = new Map<ClientId, Shown>();
  /** Last clock sent of clients that left, so that they are seen when they come back. */
  const lastClock = new Map<ClientId, number>();
  let changed = new Set<ClientId>();
  let renewed = new Set<ClientId>();
  /** The frame of all states. */
  let everybody: Uint8Array | null = null;
  const colors = new Map<ParticipantId, number>();

  const colorOf = (participant: ParticipantId): number => {
    const known = colors.get(participant);
    if (known !== undefined) return known;
    const uses = Array.from({ length: PRESENCE_COLORS }, () => 0);
    for (const used of colors.values()) uses[used] = (uses[used] ?? 0) + 1;
    const color = uses.indexOf(Math.min(...uses));
    colors.set(participant, color);
    return color;
  };

  const userOf = ({ participant, delegation }: Seat): PresenceUser | null =>
    participant === null
      ? null
      : {
          participant: participant.id,
          name: participant.name,
          delegation: delegation?.name ?? '',
          role: participant.role,
          color: colorOf(participant.id),
        };

  const hide = (client: ClientId): void => {
    const known = shown.get(client);
    if (known === undefined) return;
    shown.delete(client);
    known.connection.presences.delete(client);
    lastClock.set(client, known.entry.clock + 1);
    changed.add(client);
    everybody = null;
  };

  const gone = (client: ClientId): Uint8Array =>
    presenceBytes({ client, clock: lastClock.get(client) ?? 0, state: 'null' });

  const changeOf = (client: ClientId): PresenceChange => {
    const one = shown.get(client);
    return one === undefined
      ? { from: null, mayReturn: true, bytes: gone(client) }
      : { from: one.connection, mayReturn: !isRaised(one), bytes: one.bytes };
  };

  return {
    show(connection, client, clock, state, at) {
      const known = shown.get(client);
      if (known !== undefined && known.connection !== connection) return;
      if (known !== undefined && clock < known.theirClock) return;
      if (state === 'null') {
        hide(client);
        return;
      }
      if (known !== undefined && clock === known.theirClock) return;
      const user = userOf(connection.seat);
      const stamped = known?.theirState === state ? known.entry.state : stamp(state, user, at);
      if (stamped === null) return;
      const rising = Math.max(clock, (known?.entry.clock ?? lastClock.get(client) ?? -1) + 1);
      const entry = { client, clock: rising, state: stamped };
      const bytes = presenceBytes(entry);
      shown.set(client, { connection, theirClock: clock, theirState: state, entry, bytes });
      connection.presences.add(client);
      (known?.theirState === state ? renewed : changed).add(client);
      everybody = null;
    },
    leave(connection) {
      for (const client of [...connection.presences]) hide(client);
    },
    shownBy: (client) => shown.get(client)?.connection,
    others(connection) {
      if (shown.size === connection.presences.size) return null;
      const own = [...connection.presences].flatMap((client) => shown.get(client) ?? []);
      if (own.some(isRaised) || (own.length > 0 && shown.size <= FEW_STATES))
        return frameOf([...shown.values()].filter((one) => one.connection !== connection));
      everybody ??= frameOf([...shown.values()]);
      return everybody;
    },
    news: () => (changed.size > 0 ? 'changed' : renewed.size > 0 ? 'renewed' : null),
    takeChanges() {
      const changes = [...new Set([...changed, ...renewed])].map(changeOf);
      changed = emptied(changed);
      renewed = emptied(renewed);
      return changes;
    },
  };
}

/** Whether a client would take what is shown of it for news: it came back with a clock that others have seen before. */
const isRaised = ({ entry, theirClock }: Shown): boolean => entry.clock > theirClock;

const frameOf = (states: readonly Shown[]): Uint8Array => presenceFrame(states.map(({ bytes }) => bytes));

/** The client's state under the server's stamp, or null when it is no plain object of modest size. */
function stamp(state: string, user: PresenceUser | null, at: IsoTime): string | null {
  if (state.length > MAX_PRESENCE_LENGTH || user === null) return null;
  try {
    const value: unknown = JSON.parse(state);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return JSON.stringify({ ...value, user, at });
  } catch {
    return null;
  }
}
