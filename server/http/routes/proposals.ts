import { propose } from '../../commands/propose.ts';
import { findProposal, listProposals } from '../../queries/proposals.ts';
import { provenance } from '../../queries/provenance.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf, visit } from '../visit.ts';
import { proposalActRoutes, proposalParams } from './proposal-acts.ts';

const { proposalAnswer, proposalsAnswer, proposeRequest, provenanceAnswer, provenanceParams } = later(
  () => import('../../../shared/api/proposal.ts'),
);
const { entryAnswer } = later(() => import('../../../shared/api/register.ts'));

const tags = ['proposals'];

export function proposalRoutes(app: App, context: HttpContext): void {
  proposalActRoutes(app, context);

  app.post(
    '/api/documents/:id/proposals',
    {
      schema: {
        summary: 'Propose other wording: a package of changes to a version or to the working text',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: proposeRequest,
        response: { 201: entryAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const asked = await requestOf(context, request, request.params.id, 'proposal.write', request.body);
      const entry = valueOrRefuse(await propose(context, asked, request.body));
      return reply.code(201).send({ entry });
    },
  );

  app.get(
    '/api/documents/:id/proposals',
    {
      schema: {
        summary: 'All proposals that the visitor sees',
        tags,
        params: documentParams,
        response: { 200: proposalsAnswer, ...PROBLEM },
      },
    },
    async (request) =>
      valueOrRefuse(await listProposals(context, await visit(context, request, request.params.id))),
  );

  app.get(
    '/api/documents/:id/proposals/:proposal',
    {
      schema: {
        summary: 'One proposal',
        tags,
        params: proposalParams,
        response: { 200: proposalAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, proposal } = request.params;
      return valueOrRefuse(await findProposal(context, await visit(context, request, id), proposal));
    },
  );

  app.get(
    '/api/documents/:id/provenance/:paragraph',
    {
      schema: {
        summary: 'Who shaped a paragraph: proposals that were taken up, with delegations and dates',
        tags,
        params: provenanceParams,
        response: { 200: provenanceAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, paragraph } = request.params;
      return valueOrRefuse(await provenance(context, await visit(context, request, id), paragraph));
    },
  );
}
