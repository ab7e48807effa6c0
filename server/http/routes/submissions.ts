import { INPUT_BODY_BYTES } from '../../../shared/api/limits.ts';
import { enterSubmission } from '../../commands/submissions.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf } from '../visit.ts';

const { submissionAnswer, submissionRequest } = later(() => import('../../../shared/api/submission.ts'));

/** Answers to questionnaires, entered as inputs for whoever sent them. */
export function submissionRoutes(app: App, context: HttpContext): void {
  app.post(
    '/api/documents/:id/submissions',
    {
      bodyLimit: INPUT_BODY_BYTES,
      schema: {
        summary: 'Enter answers to a questionnaire: a comment on the whole text, split into items',
        tags: ['statements'],
        params: documentParams,
        headers: retryHeaders,
        body: submissionRequest,
        response: { 201: submissionAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const asked = await requestOf(context, request, id, 'comment.write', request.body);
      return reply.code(201).send(valueOrRefuse(await enterSubmission(context, asked, request.body)));
    },
  );
}
