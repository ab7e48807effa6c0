import { commentRequest } from '../../../shared/api/comment.ts';
import { INPUT_BODY_BYTES } from '../../../shared/api/limits.ts';
import { entryAnswer } from '../../../shared/api/register.ts';
import { writeComment } from '../../commands/write-comment.ts';
import type { App, HttpContext } from '../app.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf } from '../visit.ts';

const tags = ['comments'];
const bodyLimit = INPUT_BODY_BYTES;

export function commentRoutes(app: App, context: HttpContext): void {
  app.post(
    '/api/documents/:id/comments',
    {
      bodyLimit,
      schema: {
        summary: 'Comment on words, a paragraph, a whole text, what is missing, or a proposal',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: commentRequest,
        response: { 201: entryAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const asked = await requestOf(context, request, request.params.id, 'comment.write', request.body);
      const entry = valueOrRefuse(await writeComment(context, asked, request.body));
      return reply.code(201).send({ entry });
    },
  );
}
