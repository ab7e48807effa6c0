import { z } from 'zod';
import { idOf } from '../../../shared/api/fields.ts';
import { COMPARISON_FORMATS, EXPORT_FORMATS } from '../../../shared/model/file.ts';
import type { DocumentId, VersionId } from '../../../shared/model/ids.ts';
import { problem } from '../../../shared/model/problem.ts';
import { whoWroteThis } from '../../queries/authorship.ts';
import { compare } from '../../queries/comparison.ts';
import { exportText } from '../../queries/export.ts';
import { exportComparison } from '../../queries/export-comparison.ts';
import { previewPublication } from '../../queries/publication.ts';
import { workingText } from '../../queries/texts.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { Refused, valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM } from '../schema.ts';
import { sendFile } from '../send-file.ts';
import { visit } from '../visit.ts';

const { comparisonAnswer, comparisonQuery, publicationAnswer } = later(
  () => import('../../../shared/api/comparison.ts'),
);
const { authorshipAnswer, textAnswer } = later(() => import('../../../shared/api/text.ts'));

const tags = ['texts'];

export function textRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents/:id/text',
    {
      schema: {
        summary: 'The working text, labelled upon the latest version',
        tags,
        params: documentParams,
        response: { 200: textAnswer, ...PROBLEM },
      },
    },
    async (request) =>
      valueOrRefuse(await workingText(context, await visit(context, request, request.params.id))),
  );

  app.get(
    '/api/documents/:id/text/authorship',
    {
      schema: {
        summary: 'Who wrote the working text, and who deleted what',
        tags,
        params: documentParams,
        response: { 200: authorshipAnswer, ...PROBLEM },
      },
    },
    async (request) =>
      valueOrRefuse(await whoWroteThis(context, await visit(context, request, request.params.id))),
  );

  app.get(
    '/api/documents/:id/publication',
    {
      schema: {
        summary: 'What publishing the working text now would do',
        tags,
        params: documentParams,
        response: { 200: publicationAnswer, ...PROBLEM },
      },
    },
    async (request) =>
      valueOrRefuse(await previewPublication(context, await visit(context, request, request.params.id))),
  );

  app.get(
    '/api/documents/:id/comparison',
    {
      schema: {
        summary: 'What changed between two texts',
        tags,
        params: documentParams,
        querystring: comparisonQuery,
        response: { 200: comparisonAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { from, to } = request.query;
      return valueOrRefuse(
        await compare(context, await visit(context, request, request.params.id), from, to),
      );
    },
  );

  app.get(
    '/api/documents/:id/export/:file',
    {
      schema: {
        summary: 'A text as a file: `working`, `latest` or a version id, then a format',
        tags,
        params: z.object({
          id: idOf<DocumentId>(),
          file: z
            .string()
            .max(100)
            .regex(/^[A-Za-z0-9_~-]+\.[a-z]+$/, 'is <what>.<format>'),
        }),
        response: {
          200: {
            description: `The file; formats are ${EXPORT_FORMATS.join(', ')}`,
            content: { 'application/octet-stream': { schema: z.any() } },
          },
          ...PROBLEM,
        },
      },
    },
    async (request, reply) => {
      const [what, ending] = request.params.file.split('.') as [VersionId, string];
      const format = EXPORT_FORMATS.find((known) => known === ending);
      if (format === undefined)
        throw new Refused(
          problem('not-found', `there is no format ${ending}: use ${EXPORT_FORMATS.join(', ')}`),
        );
      const visitor = await visit(context, request, request.params.id);
      return sendFile(reply, valueOrRefuse(await exportText(context, visitor, what, format)));
    },
  );

  app.get(
    '/api/documents/:id/export/comparison.:format',
    {
      schema: {
        summary: 'What changed between two texts, as a file; a .docx holds it as tracked changes',
        tags,
        params: z.object({ id: idOf<DocumentId>(), format: z.enum(COMPARISON_FORMATS) }),
        querystring: comparisonQuery,
        response: {
          200: {
            description: `The file; formats are ${COMPARISON_FORMATS.join(', ')}`,
            content: { 'application/octet-stream': { schema: z.any() } },
          },
          ...PROBLEM,
        },
      },
    },
    async (request, reply) => {
      const visitor = await visit(context, request, request.params.id);
      const { format } = request.params;
      return sendFile(reply, valueOrRefuse(await exportComparison(context, visitor, request.query, format)));
    },
  );
}
