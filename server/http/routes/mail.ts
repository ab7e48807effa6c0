import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { xmlText } from '../../../shared/format/atom.ts';
import { problem } from '../../../shared/model/problem.ts';
import { confirmMail, setMail, stopMail } from '../../commands/mail-settings.ts';
import type { MailSetting } from '../../ports/mail.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { Refused, valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM } from '../schema.ts';
import { participantOf } from '../visit.ts';

const { confirmMailAnswer, confirmMailRequest, mailAnswer, mailRequest, stopMailQuery } = later(
  () => import('../../../shared/api/mail.ts'),
);

const tags = ['mail'];
const PAGE = { description: 'A page', content: { 'text/html': { schema: z.any() } } } as const;

const answerOf = (available: boolean, setting: MailSetting | null) => ({
  available,
  address: setting?.address ?? null,
  frequency: setting?.frequency ?? ('off' as const),
  confirmed: setting !== null && setting.confirmedAt !== null,
  problem: setting?.problem ?? null,
});

export async function mailRoutes(app: App, context: HttpContext): Promise<void> {
  const { mailOrigin } = context;
  const refuseWithoutMail = (): string => {
    if (mailOrigin === null) throw new Refused(problem('unavailable', 'this server sends no mail'));
    return mailOrigin;
  };

  app.get(
    '/api/documents/:id/mail',
    {
      schema: {
        summary: 'Where and how often one is written to',
        tags,
        params: documentParams,
        response: { 200: mailAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id } = await participantOf(context, request, request.params.id);
      return answerOf(mailOrigin !== null, await context.store.rows.mailSettings.find(id));
    },
  );

  app.patch(
    '/api/documents/:id/mail',
    {
      schema: {
        summary: 'Change where and how often one is written to; a new address is asked first',
        tags,
        params: documentParams,
        body: mailRequest,
        response: { 200: mailAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const participant = await participantOf(context, request, request.params.id);
      const origin = refuseWithoutMail();
      return answerOf(true, valueOrRefuse(await setMail(context, participant, request.body, origin)));
    },
  );

  app.post(
    '/api/mail/confirmation',
    {
      schema: {
        summary: 'Confirm an address by the token that was sent there',
        tags,
        body: confirmMailRequest,
        response: { 200: confirmMailAnswer, ...PROBLEM },
      },
    },
    async (request) => ({ documentId: valueOrRefuse(await confirmMail(context, request.body.token)) }),
  );

  await app.register(async (scope) => stopRoutes(scope as unknown as App, context));
}

/**
 * The end of mail, by the link in each of them. GET only asks, since scanners follow links; POST does it, from the
 * page or from a mail program by itself (RFC 8058), whatever the form of its body.
 */
function stopRoutes(app: App, context: HttpContext): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 4_096 }, (_request, _body, done) =>
    done(null, null),
  );

  app.get(
    '/api/mail/stop',
    {
      schema: {
        summary: 'Ask whether to stop mail',
        tags,
        querystring: stopMailQuery,
        response: { 200: PAGE, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const token = encodeURIComponent(request.query.token);
      const form = `<form method="post" action="/api/mail/stop?token=${xmlText(token)}"><button>Stop</button></form>`;
      return sendPage(reply, 'Stop mail about this document?', form);
    },
  );

  app.post(
    '/api/mail/stop',
    {
      schema: {
        summary: 'Stop mail, in one click',
        tags,
        querystring: stopMailQuery,
        response: { 200: PAGE, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const title = valueOrRefuse(await stopMail(context, request.query.token));
      return sendPage(reply, 'Stopped', `<p>No more mail about “${xmlText(title)}” is sent to you.</p>`);
    },
  );
}

/** A page that needs nothing: it is read by whoever stopped mail, on any device, signed in or not. */
const sendPage = (reply: FastifyReply, title: string, body: string) =>
  reply
    .type('text/html; charset=utf-8')
    .serializer((page: unknown) => String(page))
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${xmlText(title)}</title></head><body><main><h1>${xmlText(title)}</h1>${body}</main></body></html>`,
    );
