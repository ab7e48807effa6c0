import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Session } from '../../../shared/api/session.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { problem } from '../../../shared/model/problem.ts';
import { mayCreate } from '../../commands/create-document.ts';
import { type Entered, enter, leave, openSession } from '../../commands/entry.ts';
import type { Account } from '../../ports/records.ts';
import type { App, HttpContext } from '../app.ts';
import { clearSessionCookie, setSessionCookie } from '../cookie.ts';
import { later } from '../later.ts';
import { Refused, valueOrRefuse } from '../problems.ts';
import { PROBLEM } from '../schema.ts';

const { demoAnswer, demoEnterRequest, enterRequest, sessionAnswer } = later(
  () => import('../../../shared/api/session.ts'),
);

/** Entries from one address in a minute: a conference behind it may enter at once. Tokens are too long to be guessed. */
const ENTRIES_A_MINUTE = 1_200;

async function sessionOf(
  context: HttpContext,
  accounts: readonly Account[],
  documentId: DocumentId | null,
): Promise<Session> {
  const creators = await Promise.all(accounts.map((account) => mayCreate(context.store.rows, account)));
  return {
    signedIn: accounts.length > 0,
    name: accounts[0]?.name ?? null,
    mayCreate: creators.includes(true),
    demo: context.demo !== null,
    documentId,
  };
}

export function sessionRoutes(app: App, context: HttpContext): void {
  const limited = { rateLimit: { max: ENTRIES_A_MINUTE, timeWindow: 60_000 } };
  const respond = async (
    request: FastifyRequest,
    reply: FastifyReply,
    entered: Entered,
  ): Promise<Session> => {
    setSessionCookie(reply, entered.token, context.publicUrl);
    const { rows } = context.store;
    const account = await rows.accounts.find(entered.account);
    const others = request.accounts.filter(({ id }) => id !== entered.account);
    return sessionOf(context, account === null ? others : [account, ...others], entered.documentId);
  };

  app.post(
    '/api/session',
    {
      config: limited,
      schema: {
        summary: 'Enter with the token of an invitation',
        tags: ['session'],
        body: enterRequest,
        response: { 200: sessionAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const entered = await enter(context, request.body.token, request.credentials.cookie);
      return respond(request, reply, valueOrRefuse(entered));
    },
  );

  app.get(
    '/api/session',
    {
      schema: {
        summary: 'Who this browser is',
        tags: ['session'],
        response: { 200: sessionAnswer, ...PROBLEM },
      },
    },
    (request) => sessionOf(context, request.accounts, null),
  );

  app.delete(
    '/api/session',
    { schema: { summary: 'Leave', tags: ['session'], response: { 204: z.null(), ...PROBLEM } } },
    async (request, reply) => {
      const { cookie } = request.credentials;
      if (cookie !== null) await leave(context, cookie);
      return clearSessionCookie(reply, context.publicUrl).code(204).send(null);
    },
  );

  app.get(
    '/api/demo',
    {
      schema: {
        summary: 'The sample document and the people one may enter as',
        tags: ['session'],
        response: { 200: demoAnswer, ...PROBLEM },
      },
    },
    () => demoOf(context).answer,
  );

  app.post(
    '/api/demo/enter',
    {
      config: limited,
      schema: {
        summary: 'Enter as one of the sample people',
        tags: ['session'],
        body: demoEnterRequest,
        response: { 200: sessionAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const demo = demoOf(context);
      const id = demo.participantOf(request.body.key);
      const entered = await context.store.transact(async (rows) => {
        const participant = id === null ? null : await rows.participants.find(id);
        if (participant === null || participant.removedAt !== null) return null;
        const holder = { account: participant.accountId, documentId: participant.documentId };
        return await openSession(context, rows, holder, request.credentials.cookie, context.clock.now());
      });
      if (entered === null)
        throw new Refused(problem('not-found', 'there is no such sample person any more'));
      return respond(request, reply, entered);
    },
  );
}

function demoOf({ demo }: HttpContext) {
  if (demo === null) throw new Refused(problem('not-found', 'this server shows no demonstration'));
  return demo;
}
