import { publicParticipant } from '../../../shared/model/participant.ts';
import { type Invited, invite, reissueInvitation } from '../../commands/invite.ts';
import { changeRole, removeMember } from '../../commands/members.ts';
import { listMembers } from '../../queries/members.ts';
import { type App, type HttpContext, originOf } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, memberParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf, visit } from '../visit.ts';

const { changeMemberRequest, invitedAnswer, inviteRequest, memberAnswer, membersAnswer } = later(
  () => import('../../../shared/api/member.ts'),
);

const tags = ['members'];

/** The token of an invitation stands behind `#`: a fragment is never sent, so no server or proxy logs it. */
export const invitedBody = ({ participant, token }: Invited, origin: string) => ({
  participant: publicParticipant(participant),
  token,
  url: `${origin}/enter#token=${token}`,
});

export function memberRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents/:id/members',
    {
      schema: {
        summary: 'Everybody who is or was a participant',
        tags,
        params: documentParams,
        response: { 200: membersAnswer, ...PROBLEM },
      },
    },
    async (request) =>
      valueOrRefuse(await listMembers(context, await visit(context, request, request.params.id))),
  );

  app.post(
    '/api/documents/:id/invitations',
    {
      schema: {
        summary: 'Invite a person; the link is shown this once',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: inviteRequest,
        response: { 201: invitedAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const asked = await requestOf(context, request, request.params.id, 'members.change', request.body);
      const invited = valueOrRefuse(await invite(context, asked, request.body));
      return reply.code(201).send(invitedBody(invited, originOf(context, request)));
    },
  );

  app.post(
    '/api/documents/:id/members/:participant/invitation',
    {
      schema: {
        summary: 'Give a participant a new link; the old one stops working',
        tags,
        params: memberParams,
        headers: retryHeaders,
        response: { 201: invitedAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id, participant } = request.params;
      const asked = await requestOf(context, request, id, 'members.change');
      const invited = valueOrRefuse(await reissueInvitation(context, asked, participant));
      return reply.code(201).send(invitedBody(invited, originOf(context, request)));
    },
  );

  app.patch(
    '/api/documents/:id/members/:participant',
    {
      schema: {
        summary: 'Give a participant another role',
        tags,
        params: memberParams,
        body: changeMemberRequest,
        response: { 200: memberAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, participant } = request.params;
      const asked = await requestOf(context, request, id, 'members.change');
      const changed = valueOrRefuse(await changeRole(context, asked, participant, request.body.role));
      return { participant: publicParticipant(changed) };
    },
  );

  app.delete(
    '/api/documents/:id/members/:participant',
    {
      schema: {
        summary: 'End a participant’s access; what they wrote stays under their name',
        tags,
        params: memberParams,
        response: { 200: memberAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, participant } = request.params;
      const asked = await requestOf(context, request, id, 'members.change');
      return {
        participant: publicParticipant(valueOrRefuse(await removeMember(context, asked, participant))),
      };
    },
  );
}
