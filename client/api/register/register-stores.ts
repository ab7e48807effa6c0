import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import type { RegisterEntry } from '../../../shared/model/register.ts';
import { documentEvents } from '../events/document-events.ts';
import { request } from '../request.ts';
import type { RegisterPage } from './register-copy.ts';
import { createRegisterStore, type RegisterStore } from './register-store.ts';

interface Held {
  readonly store: RegisterStore;
  /** Who reads. Undefined: not known yet. */
  reader: ParticipantId | null | undefined;
}

const held = new Map<DocumentId, Held>();

function holdOf(id: DocumentId): Held {
  const known = held.get(id);
  if (known !== undefined) return known;
  const store = createRegisterStore({
    ask: (after) => request<RegisterPage>('GET', `/documents/${id}/register?after=${after}`),
    events: documentEvents(id),
    random: Math.random,
    setTimer: (act, ms) => setTimeout(act, ms),
  });
  const made: Held = { store, reader: undefined };
  held.set(id, made);
  return made;
}

/** The one copy of a document's register in this page. */
export const registerOf = (id: DocumentId): RegisterStore => holdOf(id).store;

/** Puts the answer of an act in, before the event comes. */
export const putEntry = (id: DocumentId, entry: RegisterEntry): void => registerOf(id).put(entry);

/** Says who reads: somebody else than before sees other rows, so everything is read again. */
export function readAs(id: DocumentId, reader: ParticipantId | null): void {
  const hold = holdOf(id);
  const before = hold.reader;
  hold.reader = reader;
  if (before !== undefined && before !== reader) hold.store.anew();
}
