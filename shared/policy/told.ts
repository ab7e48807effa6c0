import type { DocumentEvent } from '../model/event.ts';
import type { ParticipantId } from '../model/ids.ts';
import { unreachable } from '../model/result.ts';
import type { Abilities } from './can.ts';

/** Who listens to the events of a document. `participant` is null for somebody who reads along. */
export interface Listener {
  readonly participant: ParticipantId | null;
  readonly abilities: Pick<Abilities, 'text.view' | 'version.view' | 'register.view'>;
}

/**
 * The one rule of who is told what, for both sockets: the event as this listener may hear it, or null. Of the
 * register an event says how far it reaches and nothing else; of notices, that there are some of one's own.
 */
export function asToldTo(event: DocumentEvent, { participant, abilities }: Listener): DocumentEvent | null {
  switch (event.kind) {
    case 'phase-changed':
    case 'document-changed':
    case 'members-changed':
      return event;
    case 'text-imported':
      return abilities['text.view'].allowed ? event : null;
    case 'version-published':
      return abilities['version.view'].allowed ? event : null;
    case 'register-changed':
      return abilities['register.view'].allowed ? event : null;
    case 'notices-changed':
      return participant !== null && event.participants.includes(participant)
        ? { ...event, participants: [participant] }
        : null;
    default:
      return unreachable(event);
  }
}

/** Whose access an event may have changed: everybody's, one participant's, or nobody's (null). */
export function accessChanged(event: DocumentEvent): 'everybody' | ParticipantId | null {
  if (event.kind === 'document-changed' && event.audience) return 'everybody';
  return event.kind === 'members-changed' ? event.participantId : null;
}
