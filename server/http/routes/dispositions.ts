import { z } from 'zod';
import { idOf } from '../../../shared/api/fields.ts';
import type { Brand, DocumentId } from '../../../shared/model/ids.ts';
import { answerContest, contest, react } from '../../commands/disposition-answers.ts';
import { dispose } from '../../commands/dispositions.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf } from '../visit.ts';

const { contestRequest, disposeRequest, dispositionAnswer, dispositionsAnswer, reactionRequest } = later(
  () => import('../../../shared/api/disposition.ts'),
);

const tags = ['dispositions'];

/** A disposition's id is the noun and the id of what it decides, with a full stop between. */
const dispositionParams = z.object({
  id: idOf<DocumentId>(),
  disposition: idOf<Brand<'DispositionId'>>(),
});

export function dispositionRoutes(app: App, context: HttpContext): void {
  app.post(
    '/api/documents/:id/dispositions',
    {
      schema: {
        summary: 'Decide on one input or on many at once, all or none',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: disposeRequest,
        response: { 201: dispositionsAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const asked = await requestOf(context, request, id, 'disposition.decide', request.body);
      return reply.code(201).send(valueOrRefuse(await dispose(context, asked, request.body)));
    },
  );

  const answering = { tags, params: dispositionParams, headers: retryHeaders } as const;

  app.post(
    '/api/documents/:id/dispositions/:disposition/reaction',
    {
      schema: {
        summary: 'The delegation that made the input says whether it is satisfied',
        ...answering,
        body: reactionRequest,
        response: { 201: dispositionAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id, disposition } = request.params;
      const asked = await requestOf(context, request, id, 'disposition.answer', request.body);
      return reply.code(201).send(valueOrRefuse(await react(context, asked, disposition, request.body)));
    },
  );

  app.post(
    '/api/documents/:id/dispositions/:disposition/contests',
    {
      schema: {
        summary: 'The delegation that made the input contests how it was summed up',
        ...answering,
        body: contestRequest,
        response: { 201: dispositionAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id, disposition } = request.params;
      const { text } = request.body;
      const asked = await requestOf(context, request, id, 'disposition.answer', request.body);
      return reply.code(201).send(valueOrRefuse(await contest(context, asked, disposition, text)));
    },
  );

  app.post(
    '/api/documents/:id/dispositions/:disposition/contests/answer',
    {
      schema: {
        summary: 'Facilitators answer the open contest',
        ...answering,
        body: contestRequest,
        response: { 201: dispositionAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id, disposition } = request.params;
      const { text } = request.body;
      const asked = await requestOf(context, request, id, 'disposition.decide', request.body);
      return reply.code(201).send(valueOrRefuse(await answerContest(context, asked, disposition, text)));
    },
  );
}
