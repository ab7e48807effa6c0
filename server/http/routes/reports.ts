import { z } from 'zod';
import { idOf } from '../../../shared/api/fields.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { ROLLING_FORMATS, SYNTHESIS_FORMATS, TABLE_FORMATS } from '../../../shared/model/report.ts';
import { listDispositions } from '../../queries/dispositions.ts';
import { exportDispositions, exportRolling } from '../../queries/reports.ts';
import { exportSynthesis, synthesis } from '../../queries/synthesis.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM } from '../schema.ts';
import { fileAnswer, sendFile } from '../send-file.ts';
import { visit } from '../visit.ts';

const { dispositionListAnswer, dispositionsQuery } = later(
  () => import('../../../shared/api/disposition.ts'),
);
const { synthesisAnswer, synthesisQuery } = later(() => import('../../../shared/api/synthesis.ts'));

const tags = ['texts'];
const id = idOf<DocumentId>();

/** What became of text and inputs, as files. */
export function reportRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents/:id/export/rolling.:format',
    {
      schema: {
        summary: 'The rolling text as a file',
        tags,
        params: z.object({ id, format: z.enum(ROLLING_FORMATS) }),
        response: { 200: fileAnswer(ROLLING_FORMATS), ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id, format } = request.params;
      const visitor = await visit(context, request, id);
      return sendFile(reply, valueOrRefuse(await exportRolling(context, visitor, format)));
    },
  );

  app.get(
    '/api/documents/:id/export/dispositions.:format',
    {
      schema: {
        summary: 'Every input and what became of it, as a file',
        tags,
        params: z.object({ id, format: z.enum(TABLE_FORMATS) }),
        response: { 200: fileAnswer(TABLE_FORMATS), ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id, format } = request.params;
      const visitor = await visit(context, request, id);
      return sendFile(reply, valueOrRefuse(await exportDispositions(context, visitor, format)));
    },
  );

  app.get(
    '/api/documents/:id/synthesis',
    {
      schema: {
        summary: 'What was received while a version was prepared, from whom, and what became of it',
        tags,
        params: documentParams,
        querystring: synthesisQuery,
        response: { 200: synthesisAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const visitor = await visit(context, request, request.params.id);
      return valueOrRefuse(await synthesis(context, visitor, request.query.version));
    },
  );

  app.get(
    '/api/documents/:id/export/synthesis.:format',
    {
      schema: {
        summary: 'The synthesis as a file',
        tags,
        params: z.object({ id, format: z.enum(SYNTHESIS_FORMATS) }),
        querystring: synthesisQuery,
        response: { 200: fileAnswer(SYNTHESIS_FORMATS), ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id, format } = request.params;
      const visitor = await visit(context, request, id);
      const file = await exportSynthesis(context, visitor, request.query.version, format);
      return sendFile(reply, valueOrRefuse(file));
    },
  );

  app.get(
    '/api/documents/:id/dispositions',
    {
      schema: {
        summary: 'Decisions on inputs, all of them or those of one delegation or paragraph',
        tags: ['dispositions'],
        params: documentParams,
        querystring: dispositionsQuery,
        response: { 200: dispositionListAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const visitor = await visit(context, request, request.params.id);
      return valueOrRefuse(await listDispositions(context, visitor, request.query));
    },
  );
}
