import type { WebSocket } from 'ws';
import { CLOSE, type CloseCode } from '../../shared/api/socket.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Credentials, Gatekeeper, Visitor } from '../ports/gatekeeper.ts';
import type { EventLines } from './event-lines.ts';
import type { SocketFacts } from './socket-log.ts';

/** Largest frame a client may send, in bytes. It has nothing to say; control frames have at most 125. */
export const EVENT_FRAME_BYTES = 125;

/** Who stands at the door, as far as the log may tell. */
export type About = Pick<SocketFacts, 'documentId' | 'participantId' | 'seat'>;

/** A listener who was judged: what is done with their socket once it is open, or with their place when it does not. */
export interface Welcomed {
  seat(socket: WebSocket): void;
  abandon(): void;
  /** No participant of the document, or not let in. */
  readonly stranger: boolean;
  /** Not let in for want of credentials that open something. */
  readonly notSignedIn: boolean;
  readonly about: About;
}

/** R22: `/events/<documentId>` is entered like `/sync`, by the right to view the document. Answers what to do on opening. */
export async function enterEvents(
  lines: EventLines,
  gatekeeper: Pick<Gatekeeper, 'admit'>,
  credentials: Credentials,
  documentId: DocumentId,
): Promise<Welcomed> {
  const place = lines.reserve(documentId);
  try {
    const visitor = await gatekeeper.admit(credentials, documentId);
    const refusal = refusalOf(visitor, credentials);
    return {
      abandon: place.leave,
      stranger: typeof visitor === 'string' || visitor.participant === null,
      notSignedIn: refusal?.code === CLOSE.notSignedIn,
      about:
        typeof visitor === 'string'
          ? { documentId: null, participantId: null, seat: null }
          : {
              documentId,
              participantId: visitor.participant?.id ?? null,
              seat: refusal === null ? 'listener' : null,
            },
      seat(socket) {
        socket.on('close', place.leave);
        socket.on('message', () => socket.close(CLOSE.garbage, 'nothing is said here'));
        if (refusal !== null) socket.close(refusal.code, refusal.reason);
        else place.open(socket, visitor as Visitor);
      },
    };
  } catch (error) {
    place.leave();
    throw error;
  }
}

function refusalOf(
  visitor: Awaited<ReturnType<Gatekeeper['admit']>>,
  { cookie, bearer }: Credentials,
): { readonly code: CloseCode; readonly reason: string } | null {
  if (visitor === 'unknown-credentials') return { code: CLOSE.notSignedIn, reason: 'not-signed-in' };
  if (visitor === 'no-document') return { code: CLOSE.noDocument, reason: 'no-document' };
  if (visitor.abilities['document.view'].allowed) return null;
  return cookie === null && bearer === null
    ? { code: CLOSE.notSignedIn, reason: 'not-signed-in' }
    : { code: CLOSE.notPermitted, reason: 'may-not-read' };
}
