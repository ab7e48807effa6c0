import type { FastifyRequest } from 'fastify';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { Participant } from '../../../shared/model/participant.ts';
import { markSeen } from '../../commands/mark-seen.ts';
import { readNotices } from '../../commands/read-notices.ts';
import { noticesOf } from '../../queries/notices.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { documentParams, PROBLEM } from '../schema.ts';
import { participantOf, visit } from '../visit.ts';

const { noticesAnswer, noticesQuery, readNoticesAnswer, readNoticesRequest, seenAnswer, seenRequest } = later(
  () => import('../../../shared/api/notice.ts'),
);

const tags = ['notices'];

export function noticeRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/notices',
    {
      schema: {
        summary: 'What one is told, newest first; empty for whoever participates in nothing',
        tags,
        querystring: noticesQuery,
        response: { 200: noticesAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { document, before, limit } = request.query;
      const people = await peopleBehind(context, request, document);
      return await noticesOf(context, people, {
        before: before === undefined ? null : Number(before),
        limit,
      });
    },
  );

  app.post(
    '/api/notices/read',
    {
      schema: {
        summary: 'Mark notices as read',
        tags,
        body: readNoticesRequest,
        response: { 200: readNoticesAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { document, ids } = request.body;
      const people = await peopleBehind(context, request, document);
      return { unread: await readNotices(context, people, ids ?? null) };
    },
  );

  app.get(
    '/api/documents/:id/seen',
    {
      schema: {
        summary: 'Which rows of the register one has seen',
        tags,
        params: documentParams,
        response: { 200: seenAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const participant = await participantOf(context, request, request.params.id);
      return await context.store.rows.seen.find(request.params.id, participant.id);
    },
  );

  app.post(
    '/api/documents/:id/seen',
    {
      schema: {
        summary: 'Mark rows of the register as seen',
        tags,
        params: documentParams,
        body: seenRequest,
        response: { 200: seenAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const participant = await participantOf(context, request, request.params.id);
      return await markSeen(context, request.params.id, participant.id, request.body);
    },
  );
}

/** As whom a request reads notices: in each document the newest account that participates there. */
async function peopleBehind(
  context: HttpContext,
  request: FastifyRequest,
  document: DocumentId | undefined,
): Promise<readonly Participant[]> {
  if (document !== undefined) {
    const { participant } = await visit(context, request, document);
    return participant === null ? [] : [participant];
  }
  const people = new Map<DocumentId, Participant>();
  for (const { id } of request.accounts)
    for (const participant of await context.store.rows.participants.ofAccount(id))
      if (participant.removedAt === null && !people.has(participant.documentId))
        people.set(participant.documentId, participant);
  return [...people.values()];
}
