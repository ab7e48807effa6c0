import { z } from 'zod';
import { idOf } from '../../../shared/api/fields.ts';
import type { Brand, DocumentId } from '../../../shared/model/ids.ts';
import { REGISTER_NOUNS } from '../../../shared/model/register.ts';
import { registerHistory, registerJson, registerSince } from '../../queries/register.ts';
import type { App, HttpContext } from '../app.ts';
import { sendShared } from '../compress.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM } from '../schema.ts';
import { visit } from '../visit.ts';

const { historyAnswer, registerAnswer, registerQuery } = later(
  () => import('../../../shared/api/register.ts'),
);

const tags = ['register'];

export function registerRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents/:id/register',
    {
      schema: {
        summary: 'The register, or what changed in it behind a number; and everybody whom it names',
        tags,
        params: documentParams,
        querystring: registerQuery,
        response: { 200: registerAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const visitor = await visit(context, request, request.params.id);
      const answer = valueOrRefuse(await registerSince(context, visitor, request.query.after));
      return (await sendShared(request, reply, answer, () => registerJson(answer))) as never;
    },
  );

  app.get(
    '/api/documents/:id/register/:noun/:rowId/history',
    {
      schema: {
        summary: 'Every revision of one row of the register, oldest first',
        tags,
        params: z.object({
          id: idOf<DocumentId>(),
          noun: z.enum(REGISTER_NOUNS),
          rowId: idOf<Brand<string>>(),
        }),
        response: { 200: historyAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, noun, rowId } = request.params;
      const visitor = await visit(context, request, id);
      return valueOrRefuse(await registerHistory(context, visitor, noun, rowId));
    },
  );
}
