import type { AttendanceMessage, PermissionsMessage } from '../../../shared/api/socket.ts';
import type { DocumentEvent } from '../../../shared/model/event.ts';
import type { LiveText, OtherPerson } from './connection.ts';
import type { KeptWords } from './kept-words.ts';
import { type Source, source } from './observable.ts';
import type { SaveState } from './save-state.ts';

/** What a connection shows to the outside, before the device has been read and while it runs. */
export interface Surfaces {
  readonly live: Source<LiveText | null>;
  readonly editable: Source<boolean>;
  readonly state: Source<SaveState>;
  readonly permissions: Source<PermissionsMessage | null>;
  readonly attendance: Source<AttendanceMessage>;
  readonly others: Source<readonly OtherPerson[]>;
  readonly kept: Source<readonly KeptWords[]>;
  readonly listeners: Set<(event: DocumentEvent) => void>;
}

export const createSurfaces = (): Surfaces => ({
  live: source<LiveText | null>(null),
  editable: source<boolean>(false),
  state: source<SaveState>({ kind: 'connecting', changes: 0, onDevice: true }),
  permissions: source<PermissionsMessage | null>(null),
  attendance: source<AttendanceMessage>({ drafting: 0, reading: 0 }),
  others: source<readonly OtherPerson[]>([]),
  kept: source<readonly KeptWords[]>([]),
  listeners: new Set(),
});
