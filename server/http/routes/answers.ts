import { INPUT_BODY_BYTES } from '../../../shared/api/limits.ts';
import { answerComment, editAnswer, takeStance, withdrawAnswer } from '../../commands/answers.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { answerParams, commentParams, documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf } from '../visit.ts';

const { answerRequest, editRequest, stanceRequest } = later(() => import('../../../shared/api/comment.ts'));
const { entryAnswer } = later(() => import('../../../shared/api/register.ts'));

const tags = ['comments'];

/** Answers in threads, and stances. Each act answers the new revision. */
export function answerRoutes(app: App, context: HttpContext): void {
  app.post(
    '/api/documents/:id/comments/:comment/answers',
    {
      bodyLimit: INPUT_BODY_BYTES,
      schema: {
        summary: 'Answer a comment',
        tags,
        params: commentParams,
        headers: retryHeaders,
        body: answerRequest,
        response: { 201: entryAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id, comment } = request.params;
      const asked = await requestOf(context, request, id, 'comment.write', request.body);
      const entry = valueOrRefuse(await answerComment(context, asked, comment, request.body));
      return reply.code(201).send({ entry });
    },
  );

  app.patch(
    '/api/documents/:id/answers/:answer',
    {
      bodyLimit: INPUT_BODY_BYTES,
      schema: {
        summary: 'Mend the words of one’s own answer, soon and before others react to it',
        tags,
        params: answerParams,
        headers: retryHeaders,
        body: editRequest,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, answer } = request.params;
      const asked = await requestOf(context, request, id, 'comment.write', request.body);
      const entry = valueOrRefuse(await editAnswer(context, asked, answer, request.body.text));
      return { entry };
    },
  );

  app.post(
    '/api/documents/:id/answers/:answer/withdrawal',
    {
      schema: {
        summary: 'Withdraw an answer; it stays on record',
        tags,
        params: answerParams,
        headers: retryHeaders,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, answer } = request.params;
      const asked = await requestOf(context, request, id, 'comment.write');
      const entry = valueOrRefuse(await withdrawAnswer(context, asked, answer));
      return { entry };
    },
  );

  app.post(
    '/api/documents/:id/stances',
    {
      schema: {
        summary: 'Agree or disagree for one’s delegation, or take it back',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: stanceRequest,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id } = request.params;
      const asked = await requestOf(context, request, id, 'comment.write', request.body);
      const entry = valueOrRefuse(await takeStance(context, asked, request.body));
      return { entry };
    },
  );
}
