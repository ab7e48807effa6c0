import { INPUT_BODY_BYTES } from '../../../shared/api/limits.ts';
import {
  alignWithDeclaration,
  changeDeclaration,
  endAlignmentWith,
  fileDeclaration,
  takeBackDeclaration,
} from '../../commands/declarations.ts';
import { declarationsJson, listDeclarations } from '../../queries/declarations.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { declarationParams, documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf, visit } from '../visit.ts';

const {
  declarationCorrection,
  declarationEntryAnswer,
  declarationRequest,
  declarationsAnswer,
  declarationsQuery,
  joiningRequest,
} = later(() => import('../../../shared/api/declaration.ts'));
const { entryAnswer } = later(() => import('../../../shared/api/register.ts'));

const tags = ['declarations'];

/** Reservations, dissociations, explanations of position and general statements. Acts answer the new revision. */
export function declarationRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents/:id/declarations',
    {
      schema: {
        summary:
          'What is on record about a text: who diverged from a paragraph, what a delegation put on record, where a term was objected to',
        tags,
        params: documentParams,
        querystring: declarationsQuery,
        response: { 200: declarationsAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const visitor = await visit(context, request, request.params.id);
      const answer = valueOrRefuse(await listDeclarations(context, visitor, request.query));
      return reply
        .type('application/json; charset=utf-8')
        .serializer((json: unknown) => json as string)
        .send(declarationsJson(answer) as never);
    },
  );

  app.post(
    '/api/documents/:id/declarations',
    {
      bodyLimit: INPUT_BODY_BYTES,
      schema: {
        summary: 'Put a declaration on record, for a delegation or for a group',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: declarationRequest,
        response: { 201: declarationEntryAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const asked = await requestOf(context, request, id, 'declaration.file', request.body);
      return reply.code(201).send(valueOrRefuse(await fileDeclaration(context, asked, request.body)));
    },
  );

  app.put(
    '/api/documents/:id/declarations/:declaration',
    {
      bodyLimit: INPUT_BODY_BYTES,
      schema: {
        summary: 'Correct a declaration; every earlier wording stays',
        tags,
        params: declarationParams,
        headers: retryHeaders,
        body: declarationCorrection,
        response: { 200: declarationEntryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, declaration } = request.params;
      const asked = await requestOf(context, request, id, 'declaration.file', request.body);
      return valueOrRefuse(await changeDeclaration(context, asked, declaration, request.body));
    },
  );

  app.post(
    '/api/documents/:id/declarations/:declaration/joining',
    {
      schema: {
        summary: 'Stand behind a declaration, whole or except on paragraphs',
        tags,
        params: declarationParams,
        headers: retryHeaders,
        body: joiningRequest,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, declaration } = request.params;
      const asked = await requestOf(context, request, id, 'declaration.file', request.body);
      const { except } = request.body;
      const { entry } = valueOrRefuse(await alignWithDeclaration(context, asked, declaration, except));
      return { entry };
    },
  );

  const simple = [
    ['withdrawal', 'Withdraw a declaration; it stays on record with the date', takeBackDeclaration],
    ['leaving', 'No longer stand behind a declaration that was joined', endAlignmentWith],
  ] as const;
  for (const [act, summary, carryOut] of simple)
    app.post(
      `/api/documents/:id/declarations/:declaration/${act}`,
      {
        schema: {
          summary,
          tags,
          params: declarationParams,
          headers: retryHeaders,
          response: { 200: entryAnswer, ...PROBLEM },
        },
      },
      async (request) => {
        const { id, declaration } = request.params;
        const asked = await requestOf(context, request, id, 'declaration.file');
        const { entry } = valueOrRefuse(await carryOut(context, asked, declaration));
        return { entry };
      },
    );
}
