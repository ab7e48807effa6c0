import { z } from 'zod';
import { idOf } from '../../../shared/api/fields.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { ROLLING_FORMATS, TABLE_FORMATS } from '../../../shared/model/report.ts';
import { exportDispositions, exportRolling } from '../../queries/reports.ts';
import type { App, HttpContext } from '../app.ts';
import { valueOrRefuse } from '../problems.ts';
import { PROBLEM } from '../schema.ts';
import { fileAnswer, sendFile } from '../send-file.ts';
import { visit } from '../visit.ts';

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
}
