import { z } from 'zod';
import { idOf } from '../../../shared/api/fields.ts';
import type { DelegationId, DocumentId, ProposalId } from '../../../shared/model/ids.ts';
import { accept } from '../../commands/accept.ts';
import {
  answerCompromise,
  answerSponsor,
  askToSponsor,
  editProposal,
  offerCompromise,
  submitProposal,
  withdrawProposal,
} from '../../commands/change-proposal.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf } from '../visit.ts';

const {
  acceptanceAnswer,
  acceptanceRequest,
  compromiseAnswerRequest,
  compromiseRequest,
  editProposalRequest,
  sponsorshipRequest,
} = later(() => import('../../../shared/api/proposal.ts'));
const { entryAnswer } = later(() => import('../../../shared/api/register.ts'));

const tags = ['proposals'];
export const proposalParams = z.object({ id: idOf<DocumentId>(), proposal: idOf<ProposalId>() });
const sponsorParams = proposalParams.extend({ delegation: idOf<DelegationId>() });
const PATH = '/api/documents/:id/proposals/:proposal';
const params = proposalParams;
const headers = retryHeaders;
const response = { 200: entryAnswer, ...PROBLEM };

/** Acts on a proposal that stands: each answers its new revision. */
export function proposalActRoutes(app: App, context: HttpContext): void {
  app.patch(
    PATH,
    {
      schema: {
        summary: 'Change one’s own proposal, as long as it is not decided',
        tags,
        params,
        headers,
        body: editProposalRequest,
        response,
      },
    },
    async (request) => {
      const { id, proposal } = request.params;
      const { changes, rationale } = request.body;
      const asked = await requestOf(context, request, id, 'proposal.write', request.body);
      return { entry: valueOrRefuse(await editProposal(context, asked, proposal, changes, rationale)) };
    },
  );

  app.post(
    `${PATH}/withdrawal`,
    {
      schema: { summary: 'Withdraw one’s own proposal: it stays on record', tags, params, headers, response },
    },
    async (request) => {
      const { id, proposal } = request.params;
      const asked = await requestOf(context, request, id, 'disposition.answer');
      return { entry: valueOrRefuse(await withdrawProposal(context, asked, proposal)) };
    },
  );

  app.post(
    `${PATH}/submission`,
    {
      schema: {
        summary: 'Make a proposal of one’s own delegation public, as its head',
        tags,
        params,
        headers,
        response,
      },
    },
    async (request) => {
      const { id, proposal } = request.params;
      const asked = await requestOf(context, request, id, 'proposal.write');
      return { entry: valueOrRefuse(await submitProposal(context, asked, proposal)) };
    },
  );

  app.post(
    `${PATH}/sponsorships`,
    { schema: { summary: 'Ask to co-sponsor, for one’s delegation', tags, params, headers, response } },
    async (request) => {
      const { id, proposal } = request.params;
      const asked = await requestOf(context, request, id, 'proposal.write');
      return { entry: valueOrRefuse(await askToSponsor(context, asked, proposal)) };
    },
  );

  app.post(
    `${PATH}/sponsorships/:delegation`,
    {
      schema: {
        summary: 'Accept or decline who asked to co-sponsor, or leave as a co-sponsor',
        tags,
        params: sponsorParams,
        headers,
        body: sponsorshipRequest,
        response,
      },
    },
    async (request) => {
      const { id, proposal, delegation } = request.params;
      const asked = await requestOf(context, request, id, 'disposition.answer', request.body);
      const { state } = request.body;
      return { entry: valueOrRefuse(await answerSponsor(context, asked, proposal, delegation, state)) };
    },
  );

  app.post(
    `${PATH}/compromise`,
    {
      schema: {
        summary: 'Offer other wording for the changes of a proposal',
        tags,
        params,
        headers,
        body: compromiseRequest,
        response,
      },
    },
    async (request) => {
      const { id, proposal } = request.params;
      const { changes, reason } = request.body;
      const asked = await requestOf(context, request, id, 'disposition.decide', request.body);
      return { entry: valueOrRefuse(await offerCompromise(context, asked, proposal, changes, reason)) };
    },
  );

  app.post(
    `${PATH}/compromise/answer`,
    {
      schema: {
        summary: 'Accept or decline the wording that facilitators offered',
        tags,
        params,
        headers,
        body: compromiseAnswerRequest,
        response,
      },
    },
    async (request) => {
      const { id, proposal } = request.params;
      const { accepted, reason } = request.body;
      const asked = await requestOf(context, request, id, 'disposition.answer', request.body);
      return { entry: valueOrRefuse(await answerCompromise(context, asked, proposal, accepted, reason)) };
    },
  );

  app.post(
    `${PATH}/acceptance`,
    {
      schema: {
        summary: 'Take a proposal up into the working text',
        tags,
        params,
        headers,
        body: acceptanceRequest,
        response: { 201: acceptanceAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id, proposal } = request.params;
      const { revision, words, ...wanted } = request.body;
      const asked = await requestOf(context, request, id, 'disposition.decide', request.body);
      const taken = await accept(context, asked, proposal, { ...wanted, seen: { revision, words } });
      return reply.code(201).send(valueOrRefuse(taken));
    },
  );
}
