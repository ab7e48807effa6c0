import { changeGroup, makeGroup, nameHead } from '../../commands/groups.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { delegationParams, documentParams, groupParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf } from '../visit.ts';

const { groupRequest, headRequest } = later(() => import('../../../shared/api/group.ts'));
const { entryAnswer } = later(() => import('../../../shared/api/register.ts'));

const tags = ['groups'];

/** Groups that make joint statements, and heads of delegations. Each act answers the new revision. */
export function groupRoutes(app: App, context: HttpContext): void {
  app.post(
    '/api/documents/:id/groups',
    {
      schema: {
        summary: 'Make a group of delegations',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: groupRequest,
        response: { 201: entryAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const asked = await requestOf(context, request, id, 'group.change', request.body);
      const entry = valueOrRefuse(await makeGroup(context, asked, request.body));
      return reply.code(201).send({ entry });
    },
  );

  app.put(
    '/api/documents/:id/groups/:group',
    {
      schema: {
        summary: 'Change name, members and spokesperson of a group',
        tags,
        params: groupParams,
        headers: retryHeaders,
        body: groupRequest,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, group } = request.params;
      const asked = await requestOf(context, request, id, 'group.change', request.body);
      const entry = valueOrRefuse(await changeGroup(context, asked, group, request.body));
      return { entry };
    },
  );

  app.put(
    '/api/documents/:id/delegations/:delegation/head',
    {
      schema: {
        summary: 'Name the head of a delegation',
        tags,
        params: delegationParams,
        headers: retryHeaders,
        body: headRequest,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, delegation } = request.params;
      const asked = await requestOf(context, request, id, 'group.change', request.body);
      const entry = valueOrRefuse(await nameHead(context, asked, delegation, request.body.participantId));
      return { entry };
    },
  );
}
