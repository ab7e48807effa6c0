import type { FastifyReply } from 'fastify';
import { INPUT_BODY_BYTES } from '../../../shared/api/limits.ts';
import { declareAlignment } from '../../commands/alignments.ts';
import { takePositions } from '../../commands/positions.ts';
import { delegationJson } from '../../queries/delegation-positions.ts';
import { readingJson } from '../../queries/position-reading.ts';
import { positionsJson } from '../../queries/positions.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, groupParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf, visit } from '../visit.ts';

const { alignmentRequest, positionsAnswer, positionsQuery, positionsRequest, positionsWritten } = later(
  () => import('../../../shared/api/position.ts'),
);
const { positionsReadingAnswer, positionsReadingQuery } = later(
  () => import('../../../shared/api/position-reading.ts'),
);
const { entryAnswer } = later(() => import('../../../shared/api/register.ts'));

const tags = ['positions'];

/** A matrix has half a million numbers: its JSON is written once, and not checked against the schema each time. */
const sendJson = (reply: FastifyReply, json: string) =>
  reply
    .type('application/json; charset=utf-8')
    .serializer((written: unknown) => written as string)
    .send(json);

/** Where delegations and groups stand on paragraphs, and which groups speak for whom. */
export function positionRoutes(app: App, context: HttpContext): void {
  app.put(
    '/api/documents/:id/alignments/:group',
    {
      schema: {
        summary: 'Say how your delegation stands to a group: aligned, except on some paragraphs, or not',
        tags,
        params: groupParams,
        headers: retryHeaders,
        body: alignmentRequest,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, group } = request.params;
      const asked = await requestOf(context, request, id, 'alignment.declare', request.body);
      const entry = valueOrRefuse(await declareAlignment(context, asked, group, request.body));
      return { entry };
    },
  );

  app.post(
    '/api/documents/:id/positions',
    {
      bodyLimit: INPUT_BODY_BYTES,
      schema: {
        summary:
          'Take positions on paragraphs of the latest version, for your delegation or a group: one act',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: positionsRequest,
        response: { 201: positionsWritten, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const asked = await requestOf(context, request, request.params.id, 'position.record', request.body);
      return reply.code(201).send(valueOrRefuse(await takePositions(context, asked, request.body)));
    },
  );

  app.get(
    '/api/documents/:id/positions',
    {
      schema: {
        summary:
          'What everybody holds on a version: own, carried, or to be reconfirmed; or what of it changed',
        tags,
        params: documentParams,
        querystring: positionsQuery,
        response: { 200: positionsAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const visitor = await visit(context, request, request.params.id);
      const { version, after, delegation } = request.query;
      const answer =
        delegation === undefined
          ? await positionsJson(context, visitor, version, after)
          : await delegationJson(context, visitor, version, after, delegation);
      return sendJson(reply, valueOrRefuse(answer));
    },
  );

  app.get(
    '/api/documents/:id/positions/reading',
    {
      schema: {
        summary:
          'Where rough consensus could be on a version, what stands against it, and who has not been heard',
        tags,
        params: documentParams,
        querystring: positionsReadingQuery,
        response: { 200: positionsReadingAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const visitor = await visit(context, request, request.params.id);
      const { version, frame } = request.query;
      return sendJson(reply, valueOrRefuse(await readingJson(context, visitor, version, frame)));
    },
  );
}
