import type { FastifyRequest } from 'fastify';
import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import type { Participant } from '../../shared/model/participant.ts';
import { problem } from '../../shared/model/problem.ts';
import { notPermitted } from '../../shared/policy/refusal.ts';
import type { Action } from '../../shared/policy/table.ts';
import type { Retry } from '../commands/once.ts';
import type { Request } from '../commands/perform.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { HttpContext } from './app.ts';
import { Refused } from './problems.ts';

const notSignedIn = () =>
  new Refused(problem('not-signed-in', 'sign in with an invitation, or send its token as a bearer token'));

/** The visitor of a document. Whoever is not signed in and may not even view it is asked to sign in. */
export async function visit(
  context: HttpContext,
  request: FastifyRequest,
  documentId: DocumentId,
): Promise<Visitor> {
  const visitor = await context.gatekeeper.admit(request.credentials, documentId);
  if (visitor === 'no-document') throw new Refused(problem('not-found', 'there is no such document'));
  if (visitor === 'unknown-credentials')
    throw new Refused(problem('unknown-token', 'this token is not valid here: it was replaced or cut short'));
  const view = visitor.abilities['document.view'];
  if (!view.allowed && request.accounts.length === 0) throw notSignedIn();
  return visitor;
}

/** The participant who asks; whoever only reads along has no notices and no marks. */
export async function participantOf(
  context: HttpContext,
  request: FastifyRequest,
  documentId: DocumentId,
): Promise<Participant> {
  const { participant } = await visit(context, request, documentId);
  if (participant === null) throw new Refused(notPermitted('document.view', 'not-a-participant'));
  return participant;
}

/** Who asks for an act, ready for a command; `act` and `body` tell retries of it from other requests. */
export async function requestOf(
  context: HttpContext,
  request: FastifyRequest,
  documentId: DocumentId,
  action: Action,
  body: unknown = null,
): Promise<Request> {
  const { participant } = await visit(context, request, documentId);
  if (participant === null) {
    if (request.accounts.length === 0) throw notSignedIn();
    throw new Refused(notPermitted(action, 'not-a-participant'));
  }
  const wait = context.inputRate.take(participant.id, action);
  if (wait > 0) throw new Refused(tooMany(wait), wait);
  return { documentId, caller: participant.id, retry: retryOf(request, participant.id, body) };
}

const tooMany = (seconds: number) =>
  problem(
    'too-many-requests',
    `this is more than one person writes: nothing of it was recorded, so keep it and send it again in ${seconds} seconds`,
  );

/** The retry that an Idempotency-Key makes possible; null without one. */
export function retryOf(
  request: FastifyRequest,
  caller: ParticipantId | string,
  body: unknown,
): Retry | null {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return null;
  return { key, caller, request: { method: request.method, path: request.url, body } };
}

/** Accounts of somebody who must be signed in. */
export function signedIn(request: FastifyRequest): HttpAccounts {
  const [newest] = request.accounts;
  if (newest === undefined) throw notSignedIn();
  return [newest, ...request.accounts.slice(1)];
}

type HttpAccounts = readonly [FastifyRequest['accounts'][number], ...FastifyRequest['accounts'][number][]];
