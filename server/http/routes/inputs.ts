import { z } from 'zod';
import { idOf } from '../../../shared/api/fields.ts';
import type { Brand, CommentId, DocumentId } from '../../../shared/model/ids.ts';
import { split } from '../../commands/items.ts';
import { link } from '../../commands/links.ts';
import { setStatuses } from '../../commands/statuses.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf } from '../visit.ts';

const { itemsAnswer, linkAnswer, linkRequest, splitRequest, statusesAnswer, statusRequest } = later(
  () => import('../../../shared/api/disposition.ts'),
);

const tags = ['dispositions'];

/** What facilitators do with inputs besides deciding on them: split, link, and say where paragraphs stand. */
export function inputRoutes(app: App, context: HttpContext): void {
  app.post(
    '/api/documents/:id/comments/:comment/items',
    {
      schema: {
        summary: 'Split a comment into items that are decided singly; the whole split each time',
        tags,
        params: z.object({ id: idOf<DocumentId>(), comment: idOf<CommentId>() }),
        headers: retryHeaders,
        body: splitRequest,
        response: { 201: itemsAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id, comment } = request.params;
      const asked = await requestOf(context, request, id, 'disposition.decide', request.body);
      return reply.code(201).send(valueOrRefuse(await split(context, asked, comment, request.body.items)));
    },
  );

  app.post(
    '/api/documents/:id/links',
    {
      schema: {
        summary: 'Link inputs that say the same',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: linkRequest,
        response: { 201: linkAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const asked = await requestOf(context, request, request.params.id, 'disposition.decide', request.body);
      return reply.code(201).send(valueOrRefuse(await link(context, asked, null, request.body.inputs)));
    },
  );

  app.put(
    '/api/documents/:id/links/:link',
    {
      schema: {
        summary: 'Change which inputs a link holds; with fewer than two it is undone',
        tags,
        params: z.object({ id: idOf<DocumentId>(), link: idOf<Brand<'LinkId'>>() }),
        body: linkRequest,
        response: { 200: linkAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, link: linkId } = request.params;
      const asked = await requestOf(context, request, id, 'disposition.decide', request.body);
      return valueOrRefuse(await link(context, asked, linkId, request.body.inputs));
    },
  );

  app.post(
    '/api/documents/:id/statuses',
    {
      schema: {
        summary: 'Say where paragraphs of the working text stand',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: statusRequest,
        response: { 201: statusesAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const asked = await requestOf(context, request, request.params.id, 'status.set', request.body);
      return reply.code(201).send(valueOrRefuse(await setStatuses(context, asked, request.body)));
    },
  );
}
