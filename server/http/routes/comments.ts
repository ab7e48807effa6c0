import { INPUT_BODY_BYTES } from '../../../shared/api/limits.ts';
import {
  editComment,
  reconfirmComment,
  settleQuestion,
  submitComment,
  withdrawComment,
} from '../../commands/change-comment.ts';
import { writeComment } from '../../commands/write-comment.ts';
import { listComments, viewComment } from '../../queries/comments.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { commentParams, documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf, visit } from '../visit.ts';

const { anchorRequest, commentRequest, editRequest, settleRequest } = later(
  () => import('../../../shared/api/comment.ts'),
);
const { commentAnswer, commentQuery, commentsAnswer, commentsQuery } = later(
  () => import('../../../shared/api/comments.ts'),
);
const { entryAnswer } = later(() => import('../../../shared/api/register.ts'));

const tags = ['comments'];

/** Acts on comments. Each answers the new revision. */
export function commentRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents/:id/comments',
    {
      schema: {
        summary: 'Comments, filtered and sorted, with their places in a text; for outside tools',
        tags,
        params: documentParams,
        querystring: commentsQuery,
        response: { 200: commentsAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const visitor = await visit(context, request, request.params.id);
      return valueOrRefuse(await listComments(context, visitor, request.query));
    },
  );

  app.get(
    '/api/documents/:id/comments/:comment',
    {
      schema: {
        summary: 'A comment with its thread, and its place in a text',
        tags,
        params: commentParams,
        querystring: commentQuery,
        response: { 200: commentAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, comment } = request.params;
      const visitor = await visit(context, request, id);
      return valueOrRefuse(await viewComment(context, visitor, comment, request.query.on));
    },
  );

  app.post(
    '/api/documents/:id/comments',
    {
      bodyLimit: INPUT_BODY_BYTES,
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
      const { id } = request.params;
      const asked = await requestOf(context, request, id, 'comment.write', request.body);
      const entry = valueOrRefuse(await writeComment(context, asked, request.body));
      return reply.code(201).send({ entry });
    },
  );

  app.patch(
    '/api/documents/:id/comments/:comment',
    {
      bodyLimit: INPUT_BODY_BYTES,
      schema: {
        summary: 'Mend the words of one’s own comment, soon and before others react to it',
        tags,
        params: commentParams,
        headers: retryHeaders,
        body: editRequest,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, comment } = request.params;
      const asked = await requestOf(context, request, id, 'comment.write', request.body);
      const entry = valueOrRefuse(await editComment(context, asked, comment, request.body.text));
      return { entry };
    },
  );

  app.post(
    '/api/documents/:id/comments/:comment/withdrawal',
    {
      schema: {
        summary: 'Withdraw a comment; it stays on record',
        tags,
        params: commentParams,
        headers: retryHeaders,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, comment } = request.params;
      const asked = await requestOf(context, request, id, 'comment.write');
      const entry = valueOrRefuse(await withdrawComment(context, asked, comment));
      return { entry };
    },
  );

  app.post(
    '/api/documents/:id/comments/:comment/submission',
    {
      schema: {
        summary: 'Make a private note public; for the head of the delegation',
        tags,
        params: commentParams,
        headers: retryHeaders,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, comment } = request.params;
      const asked = await requestOf(context, request, id, 'comment.write');
      const entry = valueOrRefuse(await submitComment(context, asked, comment));
      return { entry };
    },
  );

  app.post(
    '/api/documents/:id/comments/:comment/settlement',
    {
      schema: {
        summary: 'Call one’s own question answered, or open again',
        tags,
        params: commentParams,
        headers: retryHeaders,
        body: settleRequest,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, comment } = request.params;
      const asked = await requestOf(context, request, id, 'comment.write', request.body);
      const entry = valueOrRefuse(await settleQuestion(context, asked, comment, request.body.settled));
      return { entry };
    },
  );

  app.post(
    '/api/documents/:id/comments/:comment/anchor',
    {
      bodyLimit: INPUT_BODY_BYTES,
      schema: {
        summary: 'Put one’s own comment on the words that it belongs to now',
        tags,
        params: commentParams,
        headers: retryHeaders,
        body: anchorRequest,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, comment } = request.params;
      const asked = await requestOf(context, request, id, 'comment.write', request.body);
      const entry = valueOrRefuse(await reconfirmComment(context, asked, comment, request.body.anchor));
      return { entry };
    },
  );
}
