import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import { z } from 'zod';
import { IMPORT_FILE_BYTES } from '../../../shared/api/limits.ts';
import { problem } from '../../../shared/model/problem.ts';
import { type ImportedFile, importText } from '../../commands/import-text.ts';
import { publishVersion } from '../../commands/publish-version.ts';
import { readAudit } from '../../queries/audit.ts';
import { findVersion, listVersions } from '../../queries/texts.ts';
import type { App, HttpContext } from '../app.ts';
import { checks } from '../by-zod.ts';
import { later } from '../later.ts';
import { Refused, valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM, retryHeaders, versionParams } from '../schema.ts';
import { requestOf, visit } from '../visit.ts';

const { auditAnswer, auditQuery } = later(() => import('../../../shared/api/audit.ts'));
const { importAnswer, importQuery, publishAnswer, publishRequest, versionAnswer, versionsAnswer } = later(
  () => import('../../../shared/api/version.ts'),
);

const tags = ['versions'];

/** Imports by one person in a minute: enough to bring a whole archive at once, not to keep the reader busy for ever. */
const IMPORTS_A_MINUTE = 300;

export async function versionRoutes(app: App, context: HttpContext): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: IMPORT_FILE_BYTES, files: 1, fields: 4, fieldSize: 1024 },
  });

  app.post(
    '/api/documents/:id/versions',
    {
      schema: {
        summary: 'Publish the working text as a version',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: publishRequest,
        response: { 201: publishAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const asked = await requestOf(context, request, request.params.id, 'version.publish', request.body);
      const { textHash = null, milestone = null, ...wanted } = request.body;
      return reply
        .code(201)
        .send(valueOrRefuse(await publishVersion(context, asked, wanted, textHash, milestone)));
    },
  );

  app.get(
    '/api/documents/:id/versions',
    {
      schema: {
        summary: 'Versions in order of publication',
        tags,
        params: documentParams,
        response: { 200: versionsAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const visitor = await visit(context, request, request.params.id);
      return { versions: valueOrRefuse(await listVersions(context, visitor)) };
    },
  );

  app.get(
    '/api/documents/:id/versions/:version',
    {
      schema: {
        summary: 'A version, by id or `latest`',
        tags,
        params: versionParams,
        response: { 200: versionAnswer, 304: z.null(), ...PROBLEM },
      },
    },
    async (request, reply) => {
      const visitor = await visit(context, request, request.params.id);
      const version = valueOrRefuse(await findVersion(context, visitor, request.params.version));
      const tag = `"${version.hash}"`;
      reply.header('etag', tag).header('cache-control', 'private, no-cache');
      if (request.headers['if-none-match'] === tag) return reply.code(304).send(null);
      return reply.code(200).send(version);
    },
  );

  app.post(
    '/api/documents/:id/import',
    {
      config: { rateLimit: { max: IMPORTS_A_MINUTE, timeWindow: 60_000 } },
      // The multipart body is a stream; its schema describes it and checks nothing.
      validatorCompiler: (route) =>
        route.httpPart === 'body' ? (value: unknown) => ({ value }) : checks(route as never),
      schema: {
        summary: 'Read a .txt, .md, .docx or .html file as the working text or as a version',
        tags,
        consumes: ['multipart/form-data'],
        params: documentParams,
        headers: retryHeaders,
        querystring: importQuery,
        body: z.object({ file: z.any().meta({ type: 'string', format: 'binary' }) }),
        response: { 200: importAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const file = await uploadedFile(request);
      const { as: target, ...wanted } = request.query as { as: string } & Record<string, unknown>;
      const digest = createHash('sha256').update(file.bytes).digest('hex');
      const action = target === 'working' ? 'text.import' : 'version.publish';
      const body = { query: request.query, name: file.name, digest };
      const asked = await requestOf(context, request, request.params.id, action, body);
      const as = target === 'working' ? 'working' : (wanted as never);
      const imported = valueOrRefuse(await importText(context, asked, file, as));
      return { ...imported, warnings: [...imported.warnings] };
    },
  );

  app.get(
    '/api/documents/:id/audit',
    {
      schema: {
        summary: 'The audit log, a page at a time, and the head of its hash chain',
        tags: ['audit'],
        params: documentParams,
        querystring: auditQuery,
        response: { 200: auditAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const visitor = await visit(context, request, request.params.id);
      return valueOrRefuse(await readAudit(context, visitor, request.query.after, request.query.limit));
    },
  );
}

/** The one file of a multipart body, whole. */
async function uploadedFile(request: Parameters<typeof requestOf>[1]): Promise<ImportedFile> {
  if (!request.isMultipart())
    throw new Refused(problem('bad-request', 'send the file as multipart/form-data in the field "file"'));
  const part = await request.file();
  if (part === undefined || part.fieldname !== 'file')
    throw new Refused(
      problem('invalid-fields', 'file: is missing', [{ field: 'file', problem: 'is missing' }]),
    );
  return { bytes: await part.toBuffer(), name: part.filename };
}
