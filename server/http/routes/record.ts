import type { z } from 'zod';
import { problem } from '../../../shared/model/problem.ts';
import { sealArchive } from '../../audit/seal-archive.ts';
import { exportFileName } from '../../files/export-file-name.ts';
import { archive } from '../../queries/archive.ts';
import { documentRecord, exportRecord } from '../../queries/record.ts';
import { type App, type HttpContext, originOf } from '../app.ts';
import { later } from '../later.ts';
import { Refused, valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM } from '../schema.ts';
import { fileAnswer, sendFile } from '../send-file.ts';
import { sendStream } from '../send-stream.ts';
import { visit } from '../visit.ts';

const { sealedArchive } = later(() => import('../../../shared/api/archive.ts'));
const { recordAnswer } = later(() => import('../../../shared/api/record.ts'));

const tags = ['record'];

/** Archives being written at one time: each keeps one of two cores busy for seconds. */
const MOST_ARCHIVES = 3;

/** Seconds after which a refused archive is worth another try. */
const RETRY = 10;

/** The record of a document: one page, and files of it. */
export function recordRoutes(app: App, context: HttpContext): void {
  let writing = 0;
  app.get(
    '/api/documents/:id/record',
    {
      schema: {
        summary:
          'The record: adoption, versions, text, declarations, silence, positions, decisions, audit head',
        tags,
        params: documentParams,
        response: { 200: recordAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const visitor = await visit(context, request, request.params.id);
      return valueOrRefuse(await documentRecord(context, visitor));
    },
  );

  app.get(
    '/api/documents/:id/export/record.docx',
    {
      schema: {
        summary: 'The record as a Word file',
        tags,
        params: documentParams,
        response: { 200: fileAnswer(['docx']), ...PROBLEM },
      },
    },
    async (request, reply) => {
      const visitor = await visit(context, request, request.params.id);
      const file = await exportRecord(context, visitor, originOf(context, request));
      return sendFile(reply, valueOrRefuse(file));
    },
  );

  app.get(
    '/api/documents/:id/export/archive.json',
    {
      schema: {
        summary:
          'Everything of a document that its reader may see, sealed: `npm run verify` proves it unaltered',
        tags,
        params: documentParams,
        response: {
          200: {
            description: 'Canonical JSON; streamed',
            content: { 'application/json': { schema: sealedArchive as z.ZodType } },
          },
          ...PROBLEM,
        },
      },
    },
    async (request, reply) => {
      const visitor = await visit(context, request, request.params.id);
      const pieces = valueOrRefuse(await archive(context, visitor));
      if (writing >= MOST_ARCHIVES)
        throw new Refused(
          problem('unavailable', 'other archives are being written: try again in a moment'),
          RETRY,
        );
      writing += 1;
      const name = exportFileName({ title: visitor.document.title, versionName: 'archive' }, 'json');
      return sendStream(request, reply, name, sealArchive(pieces), () => {
        writing -= 1;
      }) as never;
    },
  );
}
