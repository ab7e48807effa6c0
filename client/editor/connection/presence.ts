import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { PresenceState } from '../../../shared/api/socket.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { OtherPerson } from './connection.ts';

/** An index range in the `Y.Text`; `anchor` equals `head` for a mere caret. */
export interface Caret {
  readonly anchor: number;
  readonly head: number;
}

/**
 * A caret as relative positions, so that it stays at its words. A mere caret and the end of a selection stick to
 * the character before (association −1), the start of a selection to the one after (0): binding rule 7.
 */
export function encodeCaret(text: Y.Text, caret: Caret): { anchor: unknown; head: unknown } {
  const start = Math.min(caret.anchor, caret.head);
  const relative = (index: number): unknown => {
    const within = Math.min(Math.max(index, 0), text.length);
    const assoc = caret.anchor !== caret.head && index === start ? 0 : -1;
    return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, within, assoc));
  };
  return { anchor: relative(caret.anchor), head: relative(caret.head) };
}

/** Back to indexes; null when it names words that are not here (yet), or is no position at all. */
export function decodeCaret(text: Y.Text, cursor: unknown): Caret | null {
  const index = (json: unknown): number | null => {
    if (typeof json !== 'object' || json === null || text.doc === null) return null;
    try {
      const place = Y.createAbsolutePositionFromRelativePosition(
        Y.createRelativePositionFromJSON(json),
        text.doc,
      );
      return place !== null && place.type === text ? place.index : null;
    } catch {
      return null; // Another client's words are not trusted to be a position.
    }
  };
  if (typeof cursor !== 'object' || cursor === null) return null;
  const { anchor, head } = cursor as { anchor?: unknown; head?: unknown };
  const from = index(anchor);
  const to = index(head);
  return from === null || to === null ? null : { anchor: from, head: to };
}

/** When each client's caret last changed, by this device's clock: others' clocks are not trusted. */
export type Movements = Map<number, { readonly cursor: string; readonly at: number }>;

/** Everybody else in the room who may write, by name. One's own other windows are left out. */
export function otherPeople(
  awareness: Awareness,
  text: Y.Text,
  self: ParticipantId | null,
  movements: Movements,
  now: number,
): OtherPerson[] {
  const people: OtherPerson[] = [];
  for (const [clientId, state] of awareness.getStates() as Map<number, Partial<PresenceState>>) {
    const { user, cursor } = state;
    if (clientId === awareness.clientID || user === undefined || user.participant === self) continue;
    const written = JSON.stringify(cursor ?? null);
    if (movements.get(clientId)?.cursor !== written) movements.set(clientId, { cursor: written, at: now });
    const movedAt = movements.get(clientId)?.at ?? now;
    people.push({ ...user, clientId, caret: decodeCaret(text, cursor), movedAt });
  }
  for (const clientId of movements.keys())
    if (!awareness.getStates().has(clientId)) movements.delete(clientId);
  return people.sort((a, b) => a.name.localeCompare(b.name) || a.clientId - b.clientId);
}
