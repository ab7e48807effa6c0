import { disposeRequest, dispositionsAnswer } from '../../../shared/api/disposition.ts';
import { dispose } from '../../commands/dispositions.ts';
import type { App, HttpContext } from '../app.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf } from '../visit.ts';

const tags = ['dispositions'];

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
}
