import { CLOSE } from '../../shared/api/socket.ts';
import { judgeUpdate, type Verdict } from './admission.ts';
import { type Connection, refuse } from './connection.ts';
import { nestsTooDeep } from './nesting.ts';
import type { RoomState } from './room-state.ts';
import type { Paid } from './steps.ts';
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

/** R76, R81: turns away whoever brings what strains the text too much, or stands where nobody can have put it. */
export function refuseUnpaid(connection: Connection, why: Exclude<Paid, 'paid'>): void {
  if (why === 'misplaced')
    refuse(connection, CLOSE.flooding, why, 'put between two that cannot have stood beside each other');
  else refuse(connection, CLOSE.flooding, 'rate', 'put too far apart, or a text cut into very many pieces');
}
