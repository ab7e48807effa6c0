import { changeDelegation, inviteMany } from '../../commands/delegations.ts';
import { type App, type HttpContext, originOf } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { delegationParams, documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf } from '../visit.ts';
import { invitedBody } from './members.ts';

const { changeDelegationRequest, invitedManyAnswer, inviteManyRequest } = later(
  () => import('../../../shared/api/delegation.ts'),
);
const { entryAnswer } = later(() => import('../../../shared/api/register.ts'));

const tags = ['members'];

/** Many delegations at once, and what is kept of one. */
export function delegationRoutes(app: App, context: HttpContext): void {
  app.post(
    '/api/documents/:id/delegations',
    {
      schema: {
        summary: 'Invite one person for each of many delegations; the links are shown this once',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: inviteManyRequest,
        response: { 201: invitedManyAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const asked = await requestOf(context, request, id, 'members.change', request.body);
      const { invited, present } = valueOrRefuse(await inviteMany(context, asked, request.body.delegations));
      const origin = originOf(context, request);
      return reply.code(201).send({
        invited: invited.map(({ delegation, ...one }) => ({ ...invitedBody(one, origin), delegation })),
        present: [...present],
      });
    },
  );

  app.patch(
    '/api/documents/:id/delegations/:delegation',
    {
      schema: {
        summary: 'Change name, constituency or regional group of a delegation; what it was stays findable',
        tags,
        params: delegationParams,
        headers: retryHeaders,
        body: changeDelegationRequest,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, delegation } = request.params;
      const asked = await requestOf(context, request, id, 'members.change', request.body);
      const { name, constituency, region } = request.body;
      const wanted = {
        ...(name === undefined ? {} : { name }),
        ...(constituency === undefined ? {} : { constituency }),
        ...(region === undefined ? {} : { region }),
      };
      return { entry: valueOrRefuse(await changeDelegation(context, asked, delegation, wanted)) };
    },
  );
}
