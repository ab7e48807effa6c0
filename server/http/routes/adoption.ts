import { endRecord, mendAdoption, recordAdoption } from '../../commands/adoption.ts';
import { viewAdoption } from '../../queries/silences.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf, visit } from '../visit.ts';

const { adoptionAnswer, adoptionCorrection, adoptionRequest, recordedAdoption } = later(
  () => import('../../../shared/api/adoption.ts'),
);
const { entryAnswer } = later(() => import('../../../shared/api/register.ts'));

const tags = ['adoption'];

/** Adoption of a version as the final text, and the closing of the record. */
export function adoptionRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents/:id/adoption',
    {
      schema: {
        summary: 'What is recorded of the adoption',
        tags,
        params: documentParams,
        response: { 200: adoptionAnswer, ...PROBLEM },
      },
    },
    async (request) =>
      valueOrRefuse(await viewAdoption(context, await visit(context, request, request.params.id))),
  );

  app.post(
    '/api/documents/:id/adoption',
    {
      schema: {
        summary: 'Record the adoption of the latest version; freezes the text for ever',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: adoptionRequest,
        response: { 201: recordedAdoption, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const asked = await requestOf(context, request, request.params.id, 'adoption.record', request.body);
      const recorded = valueOrRefuse(await recordAdoption(context, asked, request.body));
      return reply.code(201).send(recorded);
    },
  );

  app.patch(
    '/api/documents/:id/adoption',
    {
      schema: {
        summary: 'Mend manner, numbers, date or symbol until the record is closed',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: adoptionCorrection,
        response: { 200: recordedAdoption, ...PROBLEM },
      },
    },
    async (request) => {
      const asked = await requestOf(context, request, request.params.id, 'adoption.record', request.body);
      return valueOrRefuse(await mendAdoption(context, asked, request.body));
    },
  );

  app.post(
    '/api/documents/:id/record/closing',
    {
      schema: {
        summary: 'Close the record: nothing is filed, corrected or withdrawn after',
        tags,
        params: documentParams,
        headers: retryHeaders,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const asked = await requestOf(context, request, request.params.id, 'adoption.record');
      return { entry: valueOrRefuse(await endRecord(context, asked)) };
    },
  );
}
