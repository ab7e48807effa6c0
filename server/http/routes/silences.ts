import { giveMoreTime } from '../../commands/extend-silence.ts';
import { objectTo, withdrawFrom } from '../../commands/objections.ts';
import { endEarly, putUnderSilence } from '../../commands/silences.ts';
import { listSilences } from '../../queries/silences.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, objectionParams, PROBLEM, retryHeaders, silenceParams } from '../schema.ts';
import { requestOf, visit } from '../visit.ts';

const { entryAnswer } = later(() => import('../../../shared/api/register.ts'));
const { extensionRequest, objectionRequest, silenceAnswer, silenceRequest, silencesAnswer } = later(
  () => import('../../../shared/api/silence.ts'),
);

const tags = ['silence'];

/** Silence procedures and objections to them. Acts on one row answer its new revision. */
export function silenceRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents/:id/silences',
    {
      schema: {
        summary: 'Silence procedures with objections and outcome',
        tags,
        params: documentParams,
        response: { 200: silencesAnswer, ...PROBLEM },
      },
    },
    async (request) =>
      valueOrRefuse(await listSilences(context, await visit(context, request, request.params.id))),
  );

  app.post(
    '/api/documents/:id/silences',
    {
      schema: {
        summary: 'Put the latest version under silence until a deadline; freezes the text',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: silenceRequest,
        response: { 201: silenceAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const asked = await requestOf(context, request, request.params.id, 'silence.open', request.body);
      const opened = valueOrRefuse(await putUnderSilence(context, asked, request.body));
      return reply.code(201).send(opened);
    },
  );

  app.post(
    '/api/documents/:id/silences/:silence/extension',
    {
      schema: {
        summary: 'Give more time: move the deadline of a running silence to a later one; objections stay',
        tags,
        params: silenceParams,
        headers: retryHeaders,
        body: extensionRequest,
        response: { 200: silenceAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, silence } = request.params;
      const asked = await requestOf(context, request, id, 'silence.open', request.body);
      return valueOrRefuse(await giveMoreTime(context, asked, silence, request.body));
    },
  );

  app.post(
    '/api/documents/:id/silences/:silence/ending',
    {
      schema: {
        summary: 'End a silence before its deadline, without an outcome',
        tags,
        params: silenceParams,
        headers: retryHeaders,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, silence } = request.params;
      const asked = await requestOf(context, request, id, 'silence.open');
      return { entry: valueOrRefuse(await endEarly(context, asked, silence)) };
    },
  );

  app.post(
    '/api/documents/:id/silences/:silence/objections',
    {
      schema: {
        summary: 'Object to a silence, naming paragraphs or chapeaux with a reason',
        tags,
        params: silenceParams,
        headers: retryHeaders,
        body: objectionRequest,
        response: { 201: entryAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id, silence } = request.params;
      const asked = await requestOf(context, request, id, 'silence.object', request.body);
      const entry = valueOrRefuse(await objectTo(context, asked, silence, request.body));
      return reply.code(201).send({ entry });
    },
  );

  app.post(
    '/api/documents/:id/objections/:objection/withdrawal',
    {
      schema: {
        summary: 'Take an objection back before the deadline',
        tags,
        params: objectionParams,
        headers: retryHeaders,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, objection } = request.params;
      const asked = await requestOf(context, request, id, 'silence.object');
      return { entry: valueOrRefuse(await withdrawFrom(context, asked, objection)) };
    },
  );
}
