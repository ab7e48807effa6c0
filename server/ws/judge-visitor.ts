import { CLOSE, type CloseCode, type RefusedReason, SCHEMA_PARAMETER } from '../../shared/api/socket.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { SCHEMA_VERSION } from '../../shared/text/marker.ts';
import type { Credentials, Gatekeeper, Visitor } from '../ports/gatekeeper.ts';
import { seatOf } from '../room/connection.ts';
import type { About } from './event-door.ts';

export type Judgement =
  | { readonly admitted: true; readonly visitor: Visitor }
  | {
      readonly admitted: false;
      readonly code: CloseCode;
      readonly reason: RefusedReason;
      readonly detail: string;
    };

const turnAway = (code: CloseCode, reason: RefusedReason, detail: string): Judgement => ({
  admitted: false,
  code,
  reason,
  detail,
});

/** R20: who may enter the room, and with which code the others are sent away. */
export async function judgeVisitor(
  gatekeeper: Pick<Gatekeeper, 'admit'>,
  credentials: Credentials,
  documentId: DocumentId,
  parameters: URLSearchParams,
): Promise<Judgement> {
  const schema = parameters.get(SCHEMA_PARAMETER);
  if (schema !== null && schema !== String(SCHEMA_VERSION))
    return turnAway(CLOSE.otherSchema, 'other-schema', `this server speaks schema ${SCHEMA_VERSION}: reload`);
  const visitor = await gatekeeper.admit(credentials, documentId);
  if (visitor === 'unknown-credentials')
    return turnAway(CLOSE.notSignedIn, 'not-signed-in', 'the session or token is not known');
  if (visitor === 'no-document')
    return turnAway(CLOSE.noDocument, 'no-document', 'there is no such document');
  if (visitor.abilities['text.view'].allowed) return { admitted: true, visitor };
  const anonymous = credentials.cookie === null && credentials.bearer === null;
  return anonymous
    ? turnAway(CLOSE.notSignedIn, 'not-signed-in', 'sign in to read this text')
    : turnAway(CLOSE.notPermitted, 'may-not-read', visitor.abilities['text.view'].reason);
}

/** Codes of those who are told nothing of the document, not even that it exists. */
const UNTOLD: readonly CloseCode[] = [CLOSE.noDocument, CLOSE.otherSchema, CLOSE.notSignedIn];

/** What log and limits need of a judgement. A stranger is no participant of the document, or was not let in. */
export function factsOf(
  judgement: Judgement,
  documentId: DocumentId,
): { readonly about: About; readonly stranger: boolean } {
  if (!judgement.admitted) {
    const known = UNTOLD.includes(judgement.code) ? null : documentId;
    return { about: { documentId: known, participantId: null, seat: null }, stranger: true };
  }
  const { participant, canWrite } = seatOf(judgement.visitor);
  const seat = canWrite ? 'writer' : 'reader';
  return {
    about: { documentId, participantId: participant?.id ?? null, seat },
    stranger: participant === null,
  };
}
