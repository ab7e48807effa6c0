import type { PermissionsMessage } from '../../shared/api/socket.ts';
import { SCHEMA_VERSION } from '../../shared/text/marker.ts';
import type { Connection, Seat } from './connection.ts';
import { permissionsFrame } from './frames.ts';
import type { LiveText } from './live-text.ts';
import type { Presence } from './presence.ts';

/** R1: what a connection is told first: what it may do, what the room has, and who else shows themselves. */
export interface Greetings {
  /** The same list for everybody who is greeted alike, so that it is put into its wire form once. */
  of(connection: Connection): readonly Uint8Array[];
}

/** Ways of greeting that are remembered: participants who are not alike, mostly. */
const REMEMBERED = 256;

export function createGreetings(text: LiveText, presence: Presence): Greetings {
  const known = new Map<string, { readonly permissions: Uint8Array; list: readonly Uint8Array[] }>();
  return {
    of(connection) {
      const ask = text.answers.ask();
      const others = presence.others(connection);
      const message = permissionsOf(connection.seat);
      const key = JSON.stringify(message);
      let greeting = known.get(key);
      if (greeting === undefined) {
        if (known.size >= REMEMBERED) known.clear();
        greeting = { permissions: permissionsFrame(message), list: [] };
        known.set(key, greeting);
      }
      const [, askedBefore, othersBefore = null] = greeting.list;
      if (askedBefore !== ask || othersBefore !== others)
        greeting.list = [greeting.permissions, ask, ...(others === null ? [] : [others])];
      return greeting.list;
    },
  };
}

function permissionsOf({ participant, delegation, canWrite, reason, document }: Seat): PermissionsMessage {
  return {
    participant:
      participant === null
        ? null
        : { id: participant.id, name: participant.name, delegation: delegation?.name ?? '' },
    canWrite,
    reason,
    phase: document.phase,
    closesAt: document.closesAt,
    schema: SCHEMA_VERSION,
  };
}
