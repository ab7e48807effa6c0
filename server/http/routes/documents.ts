import { changePhase, configureDocument } from '../../commands/configure-document.ts';
import { createDocument, mayCreate } from '../../commands/create-document.ts';
import { listDocuments, viewDocument } from '../../queries/documents.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf, retryOf, signedIn, visit } from '../visit.ts';

const {
  changedDocument,
  configureRequest,
  createDocumentRequest,
  createdDocument,
  documentAnswer,
  documentsAnswer,
  phaseRequest,
} = later(() => import('../../../shared/api/document.ts'));

const tags = ['documents'];

export function documentRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents',
    { schema: { summary: 'Documents one may see', tags, response: { 200: documentsAnswer, ...PROBLEM } } },
    async (request) => ({ documents: await listDocuments(context, request.accounts) }),
  );

  app.post(
    '/api/documents',
    {
      schema: {
        summary: 'Create a document; the creator becomes its first facilitator',
        tags,
        headers: retryHeaders,
        body: createDocumentRequest,
        response: { 201: createdDocument, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const accounts = signedIn(request);
      const may = await Promise.all(accounts.map((account) => mayCreate(context.store.rows, account)));
      const creator = accounts[Math.max(0, may.indexOf(true))] ?? accounts[0];
      const retry = retryOf(request, creator.id, request.body);
      const { id } = valueOrRefuse(await createDocument(context, creator.id, request.body, retry));
      return reply.code(201).send({ id });
    },
  );

  app.get(
    '/api/documents/:id',
    {
      schema: {
        summary: 'A document, and what one may do there',
        tags,
        params: documentParams,
        response: { 200: documentAnswer, ...PROBLEM },
      },
    },
    async (request) =>
      valueOrRefuse(await viewDocument(context, await visit(context, request, request.params.id))),
  );

  app.patch(
    '/api/documents/:id',
    {
      schema: {
        summary: 'Change title and audiences',
        tags,
        params: documentParams,
        body: configureRequest,
        response: { 200: changedDocument, ...PROBLEM },
      },
    },
    async (request) => {
      const asked = await requestOf(context, request, request.params.id, 'document.configure');
      return { document: valueOrRefuse(await configureDocument(context, asked, request.body)) };
    },
  );

  app.post(
    '/api/documents/:id/phase',
    {
      schema: {
        summary: 'Move a document to another phase',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: phaseRequest,
        response: { 200: changedDocument, ...PROBLEM },
      },
    },
    async (request) => {
      const asked = await requestOf(context, request, request.params.id, 'phase.change', request.body);
      return { document: valueOrRefuse(await changePhase(context, asked, request.body)) };
    },
  );
}
