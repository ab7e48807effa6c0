import { CLOSE } from '../../shared/api/socket.ts';
import { judgeUpdate, type Verdict } from './admission.ts';
import { type Connection, refuse } from './connection.ts';
import { nestsTooDeep } from './nesting.ts';
import type { RoomState } from './room-state.ts';
import type { ReadUpdate } from './update-reader.ts';

export type Judged = Verdict | { readonly kind: 'too-deep' };

/** Judges an update that a connection brings against the text and what is on its way into the log. */
export function judge(room: RoomState, connection: Connection, bytes: Uint8Array, read: ReadUpdate): Judged {
  const verdict = judgeUpdate(room.text, connection.seat.participant?.id ?? null, bytes, read);
  return verdict.kind === 'new' && read.bringsTypes && nestsTooDeep(room, verdict.update)
    ? { kind: 'too-deep' }
    : verdict;
}

export const refuseDepth = (connection: Connection): void =>
  refuse(connection, CLOSE.garbage, 'garbage', 'shared types nested too deep');
