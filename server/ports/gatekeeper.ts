import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { DocumentId, IsoTime } from '../../shared/model/ids.ts';
import type { Delegation, Participant } from '../../shared/model/participant.ts';
import type { Actor } from '../../shared/policy/actor.ts';
import type { Abilities } from '../../shared/policy/can.ts';
import type { Account } from './records.ts';

/** Somebody who stands before a document, judged: what the socket and the routes need to know of them. */
export interface Visitor {
  readonly document: OutcomeDocument;
  /** Null for somebody who reads along without being a participant. */
  readonly participant: Participant | null;
  readonly delegation: Delegation | null;
  readonly actor: Actor;
  readonly abilities: Abilities;
}

/** What a request or an upgrade carries: the session cookie's value or a bearer token; both may be absent. */
export interface Credentials {
  readonly cookie: string | null;
  readonly bearer: string | null;
}

/** Admits people to documents: one place for routes and sockets. */
export interface Gatekeeper {
  /**
   * The accounts somebody holds, newest first. A bearer token that opens nothing is an error; a cookie that opens
   * nothing any more is the same as none, so that public texts can still be read with it.
   */
  accountsOf(credentials: Credentials): Promise<readonly Account[] | 'unknown-credentials'>;
  /** When the session of a cookie ends by itself; null for a cookie that opens nothing. */
  endsAt(cookie: string): Promise<IsoTime | null>;
  /** Null when there is no such document. A visitor who may see nothing is still answered; ask `abilities`. */
  admit(
    credentials: Credentials,
    documentId: DocumentId,
  ): Promise<Visitor | 'no-document' | 'unknown-credentials'>;
}
