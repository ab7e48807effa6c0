import { INPUT_BODY_BYTES } from '../../../shared/api/limits.ts';
import {
  editStatement,
  verifyStatement,
  withdrawStatement,
  writeStatements,
} from '../../commands/statements.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM, retryHeaders, statementParams } from '../schema.ts';
import { requestOf } from '../visit.ts';

const { entryAnswer } = later(() => import('../../../shared/api/register.ts'));
const { statementRequest, statementsAnswer, statementsRequest, verificationRequest } = later(
  () => import('../../../shared/api/statement.ts'),
);

const tags = ['statements'];

/** The library of what was said and where. Readers have it from the register. */
export function statementRoutes(app: App, context: HttpContext): void {
  app.post(
    '/api/documents/:id/statements',
    {
      bodyLimit: INPUT_BODY_BYTES,
      schema: {
        summary: 'Put statements into the library, one or many: all of them or none',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: statementsRequest,
        response: { 201: statementsAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const asked = await requestOf(context, request, id, 'statement.write', request.body);
      return reply
        .code(201)
        .send(valueOrRefuse(await writeStatements(context, asked, request.body.statements)));
    },
  );

  app.put(
    '/api/documents/:id/statements/:statement',
    {
      bodyLimit: INPUT_BODY_BYTES,
      schema: {
        summary: 'Change a statement; earlier wordings stay, and a check of it is dropped',
        tags,
        params: statementParams,
        headers: retryHeaders,
        body: statementRequest,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, statement } = request.params;
      const asked = await requestOf(context, request, id, 'statement.write', request.body);
      const { revision, statement: wanted } = request.body;
      return { entry: valueOrRefuse(await editStatement(context, asked, statement, revision, wanted)) };
    },
  );

  app.post(
    '/api/documents/:id/statements/:statement/verification',
    {
      schema: {
        summary: 'Say that a statement was checked against recording or written statement',
        tags,
        params: statementParams,
        headers: retryHeaders,
        body: verificationRequest,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, statement } = request.params;
      const asked = await requestOf(context, request, id, 'statement.write', request.body);
      return { entry: valueOrRefuse(await verifyStatement(context, asked, statement, request.body)) };
    },
  );

  app.post(
    '/api/documents/:id/statements/:statement/withdrawal',
    {
      schema: {
        summary: 'Take a statement out of the library; it stays on record',
        tags,
        params: statementParams,
        headers: retryHeaders,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, statement } = request.params;
      const asked = await requestOf(context, request, id, 'statement.write');
      return { entry: valueOrRefuse(await withdrawStatement(context, asked, statement)) };
    },
  );
}
