import { rollingText } from '../../queries/rolling.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM } from '../schema.ts';
import { visit } from '../visit.ts';

const { rollingAnswer } = later(() => import('../../../shared/api/rolling.ts'));

export function rollingRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents/:id/rolling',
    {
      schema: {
        summary: 'The rolling text: the working text with all open proposals in it, bracketed and attributed',
        tags: ['texts'],
        params: documentParams,
        response: { 200: rollingAnswer, ...PROBLEM },
      },
    },
    async (request) =>
      valueOrRefuse(await rollingText(context, await visit(context, request, request.params.id))),
  );
}
