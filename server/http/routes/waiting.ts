import { waitingOf } from '../../queries/waiting.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM } from '../schema.ts';
import { visit } from '../visit.ts';

const { waitingAnswer } = later(() => import('../../../shared/api/waiting.ts'));

export function waitingRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents/:id/waiting',
    {
      schema: {
        summary:
          'What waits for the visitor: questions, offers, requests, decisions; for facilitators their duties',
        tags: ['register'],
        params: documentParams,
        response: { 200: waitingAnswer, ...PROBLEM },
      },
    },
    async (request) =>
      valueOrRefuse(await waitingOf(context, await visit(context, request, request.params.id))),
  );
}
