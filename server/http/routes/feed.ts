import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { problem } from '../../../shared/model/problem.ts';
import { closeWindow } from '../../commands/close-window.ts';
import { newFeedToken, revokeFeedToken } from '../../commands/feed-token.ts';
import { asParticipant } from '../../commands/gatekeeper.ts';
import type { Visitor } from '../../ports/gatekeeper.ts';
import { feedOf } from '../../queries/feed.ts';
import { type App, type HttpContext, originOf } from '../app.ts';
import { later } from '../later.ts';
import { Refused, valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM } from '../schema.ts';
import { participantOf, visit } from '../visit.ts';

const { feedAnswer, feedQuery, feedTokenAnswer } = later(() => import('../../../shared/api/feed.ts'));

const tags = ['feed'];

const addressOf = (context: HttpContext, request: FastifyRequest, documentId: DocumentId): string =>
  `${originOf(context, request)}/api/documents/${documentId}/feed.atom`;

export function feedRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents/:id/feed.atom',
    {
      schema: {
        summary: 'What happens in the document, as an Atom feed',
        tags,
        params: documentParams,
        querystring: feedQuery,
        response: {
          200: {
            description: 'An Atom feed (RFC 4287): the newest entries, whole',
            content: { 'application/atom+xml': { schema: z.any() } },
          },
          304: {
            description: 'Nothing new since the ETag that was sent along',
            content: { 'application/atom+xml': { schema: z.any() } },
          },
          ...PROBLEM,
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { token } = request.query;
      const visitor =
        token === undefined ? await visit(context, request, id) : await byToken(context, id, token);
      const self = token === undefined ? addressOf(context, request, id) : null;
      const feed = valueOrRefuse(await feedOf(context, visitor, originOf(context, request), self));
      reply.header('cache-control', 'private, no-cache').header('etag', feed.etag);
      const known = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
      if (known.some((etag) => etag.replace(/^W\//, '') === feed.etag)) return reply.code(304).send();
      // The serializer of JSON answers must not touch it.
      return reply
        .type('application/atom+xml; charset=utf-8')
        .serializer((body: unknown) => String(body))
        .send(await feed.write());
    },
  );

  app.get(
    '/api/documents/:id/feed',
    {
      schema: {
        summary: 'Where the feed is, and whether one has a personal address for it',
        tags,
        params: documentParams,
        response: { 200: feedAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { document, participant } = await visit(context, request, id);
      const { linkTokens } = context.store.rows;
      const own = participant === null ? [] : await linkTokens.ofParticipant(participant.id, 'feed');
      return {
        public: document.register === 'public' ? addressOf(context, request, id) : null,
        personalSince: own.at(-1)?.createdAt ?? null,
      };
    },
  );

  app.post(
    '/api/documents/:id/feed/token',
    {
      schema: {
        summary: 'Make a personal address for the feed; the one before stops working',
        tags,
        params: documentParams,
        response: { 201: feedTokenAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { id: participantId } = await participantOf(context, request, id);
      const token = await newFeedToken(context, participantId);
      return reply.code(201).send({ url: `${addressOf(context, request, id)}?token=${token}` });
    },
  );

  app.delete(
    '/api/documents/:id/feed/token',
    {
      schema: {
        summary: 'Take the personal address of the feed back',
        tags,
        params: documentParams,
        response: { 200: feedAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { id: participantId } = await participantOf(context, request, id);
      await revokeFeedToken(context, participantId);
      const { document } = await visit(context, request, id);
      const publicAddress = document.register === 'public' ? addressOf(context, request, id) : null;
      return { public: publicAddress, personalSince: null };
    },
  );
}

/** Whoever holds a feed token reads as the participant it was made for, and does nothing else. */
async function byToken(context: HttpContext, documentId: DocumentId, token: string): Promise<Visitor> {
  const { linkTokens, participants } = context.store.rows;
  const found = await linkTokens.find('feed', context.secrets.hash(token));
  const participant = found === null ? null : await participants.find(found.participantId);
  if (participant === null || participant.documentId !== documentId || participant.removedAt !== null)
    throw new Refused(problem('unknown-token', 'this feed address is not valid any more: make a new one'));
  await closeWindow(context, documentId);
  const document = await context.store.rows.documents.find(documentId);
  if (document === null) throw new Refused(problem('not-found', 'there is no such document'));
  return await asParticipant(context, document, participant);
}
