import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { AttendanceMessage, PermissionsMessage, PresenceUser } from '../../../shared/api/socket.ts';
import type { DocumentEvent } from '../../../shared/model/event.ts';
import type { DocumentId, ParagraphId, ParticipantId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Beat } from './beat.ts';
import type { KeptParagraph, KeptWords } from './kept-words.ts';
import type { Observable } from './observable.ts';
import type { SaveState } from './save-state.ts';

/**
 * A working text that can be shown and bound. The connection replaces it (a higher `generation`) when the local
 * copy has to start again from the server's state; whoever bound the old one unbinds and binds the new one.
 */
export interface LiveText {
  readonly generation: number;
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly awareness: Awareness;
}

/** Somebody else who writes here. Everything but the caret is stamped by the server. */
export interface OtherPerson extends PresenceUser {
  readonly clientId: number;
  /** Indexes in the `Y.Text`; null where there is no caret or its place is not known here yet. */
  readonly caret: { readonly anchor: number; readonly head: number } | null;
  /** Milliseconds since the epoch, by this device's clock: when this person's caret last changed. */
  readonly movedAt: number;
}

export interface Connection {
  /** Null until there is something to show, from the device or from the server. Never an unseeded text. */
  readonly live: Observable<LiveText | null>;
  /** Whether the words may be edited now: permitted when last heard, and shown. Offline counts as permitted. */
  readonly editable: Observable<boolean>;
  readonly state: Observable<SaveState>;
  /** Null until the server, or the device's memory of it, has said. */
  readonly permissions: Observable<PermissionsMessage | null>;
  readonly attendance: Observable<AttendanceMessage>;
  readonly others: Observable<readonly OtherPerson[]>;
  /** Unsent work that was taken out of the text, newest first. */
  readonly kept: Observable<readonly KeptWords[]>;
  onEvent(listener: (event: DocumentEvent) => void): () => void;
  /** One's own caret as indexes in the `Y.Text`; null when the text has lost focus. */
  setCaret(caret: { readonly anchor: number; readonly head: number } | null): void;
  /** What the server has not acknowledged, by paragraph, against the last known server text. */
  unsentWords(): readonly KeptParagraph[];
  /** Merges kept words into the text again, as if they had been written now; needs permission to write. */
  putBack(id: string): Promise<Result<null, 'read-only' | 'cannot-merge' | 'not-found'>>;
  /** Throws kept words away for good. */
  discard(id: string): Promise<void>;
  /** Tries at once, also after a halt (signing in again, access given back). */
  reconnect(): void;
  /** Ends the connection. What is unsent stays on the device. */
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly documentId: DocumentId;
  /** As whom: what is kept on the device is kept for this participant alone. Null: reads along, nothing is kept. */
  readonly participantId: ParticipantId | null;
  /** Like `wss://host` or `https://host`; in a browser `location.origin`. */
  readonly origin: string;
  /** For tests outside a browser. Default: the global ones. `indexedDb: null` keeps nothing on the device. */
  readonly webSocket?: typeof WebSocket;
  readonly indexedDb?: IDBFactory | null;
  /** When what came in is shown. Default: with the page's frames. */
  readonly beat?: Beat;
  /** 0 to 1: when, within its window, this browser comes back. */
  readonly random?: () => number;
  /** Labels as people see them now, to stand beside kept words. */
  readonly labels?: () => ReadonlyMap<ParagraphId, string>;
}
