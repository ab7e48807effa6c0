import { z } from 'zod';
import { idOf } from '../../../shared/api/fields.ts';
import type { Brand, DocumentId } from '../../../shared/model/ids.ts';
import { addMilestone, changeMilestone, openWindow, removeMilestone } from '../../commands/milestones.ts';
import { roadmap } from '../../queries/roadmap.ts';
import type { App, HttpContext } from '../app.ts';
import { later } from '../later.ts';
import { valueOrRefuse } from '../problems.ts';
import { documentParams, PROBLEM, retryHeaders } from '../schema.ts';
import { requestOf, visit } from '../visit.ts';

const { milestoneAnswer, milestoneRequest, openingRequest, roadmapAnswer } = later(
  () => import('../../../shared/api/milestone.ts'),
);
const { entryAnswer } = later(() => import('../../../shared/api/register.ts'));

const tags = ['roadmap'];
const milestoneParams = z.object({ id: idOf<DocumentId>(), milestone: idOf<Brand<'MilestoneId'>>() });

/** The roadmap: milestones, and the windows in which inputs are asked for. */
export function roadmapRoutes(app: App, context: HttpContext): void {
  app.get(
    '/api/documents/:id/roadmap',
    {
      schema: {
        summary: 'Milestones in order, with what was published and received at each',
        tags,
        params: documentParams,
        response: { 200: roadmapAnswer, ...PROBLEM },
      },
    },
    async (request) =>
      valueOrRefuse(await roadmap(context, await visit(context, request, request.params.id))),
  );

  app.post(
    '/api/documents/:id/milestones',
    {
      schema: {
        summary: 'Put a milestone on the roadmap',
        tags,
        params: documentParams,
        headers: retryHeaders,
        body: milestoneRequest,
        response: { 201: milestoneAnswer, ...PROBLEM },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const asked = await requestOf(context, request, id, 'roadmap.change', request.body);
      return reply.code(201).send(valueOrRefuse(await addMilestone(context, asked, request.body)));
    },
  );

  app.put(
    '/api/documents/:id/milestones/:milestone',
    {
      schema: {
        summary: 'Change a milestone',
        tags,
        params: milestoneParams,
        headers: retryHeaders,
        body: milestoneRequest,
        response: { 200: milestoneAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, milestone } = request.params;
      const asked = await requestOf(context, request, id, 'roadmap.change', request.body);
      return valueOrRefuse(await changeMilestone(context, asked, milestone, request.body));
    },
  );

  app.post(
    '/api/documents/:id/milestones/:milestone/withdrawal',
    {
      schema: {
        summary: 'Take a milestone off the roadmap; its row stays',
        tags,
        params: milestoneParams,
        headers: retryHeaders,
        response: { 200: entryAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, milestone } = request.params;
      const asked = await requestOf(context, request, id, 'roadmap.change');
      return valueOrRefuse(await removeMilestone(context, asked, milestone));
    },
  );

  app.post(
    '/api/documents/:id/milestones/:milestone/opening',
    {
      schema: {
        summary: 'Open the window of a milestone now: the consultation begins, and closes with it by itself',
        tags,
        params: milestoneParams,
        headers: retryHeaders,
        body: openingRequest,
        response: { 200: milestoneAnswer, ...PROBLEM },
      },
    },
    async (request) => {
      const { id, milestone } = request.params;
      const asked = await requestOf(context, request, id, 'phase.change', request.body);
      return valueOrRefuse(await openWindow(context, asked, milestone, request.body));
    },
  );
}
