import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type {
  MilestoneAnswer,
  MilestoneBody,
  OpeningBody,
  RoadmapAnswer,
} from '../../shared/api/milestone.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { documentEvents } from './events/document-events.ts';
import { keys } from './keys.ts';
import { type EntryAnswer, useRegisterAct } from './register/use-register-act.ts';
import { requestOrThrow } from './request.ts';

/** Milestones in order, with what was published and received at each. */
export const useRoadmap = (id: DocumentId, enabled: boolean) =>
  useQuery({
    queryKey: keys.roadmap(id),
    queryFn: () => requestOrThrow<RoadmapAnswer>('GET', `/documents/${id}/roadmap`),
    enabled,
  });

/** Changes within this time are asked for once, in ms. */
const REST_MS = 1000;

/** Asks again when something was received, published or opened, for as long as the page stands. */
export function useFreshRoadmap(id: DocumentId): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = documentEvents(id).listen((heard) => {
      if (heard.kind !== 'register-changed' && heard.kind !== 'phase-changed' && heard.kind !== 'back')
        return;
      timer ??= setTimeout(() => {
        timer = null;
        void queries.invalidateQueries({ queryKey: keys.roadmap(id) });
      }, REST_MS);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [id, queries]);
}

const stale = (id: DocumentId) => () => [keys.roadmap(id), keys.summary(id)];

export const useAddMilestone = (id: DocumentId) =>
  useRegisterAct<MilestoneBody, MilestoneAnswer>(id, {
    method: 'POST',
    path: () => `/documents/${id}/milestones`,
    body: (input) => input,
    stale: stale(id),
  });

export const useChangeMilestone = (id: DocumentId) =>
  useRegisterAct<MilestoneBody & { readonly milestone: string }, MilestoneAnswer>(id, {
    method: 'PUT',
    path: ({ milestone }) => `/documents/${id}/milestones/${milestone}`,
    body: ({ milestone: _, ...body }) => body,
    stale: stale(id),
  });

/** Takes a milestone off the roadmap; its row stays. */
export const useRemoveMilestone = (id: DocumentId) =>
  useRegisterAct<{ readonly milestone: string }, EntryAnswer>(id, {
    method: 'POST',
    path: ({ milestone }) => `/documents/${id}/milestones/${milestone}/withdrawal`,
    stale: stale(id),
  });

/** Opens the window of a milestone now: the consultation begins. */
export const useOpenWindow = (id: DocumentId) =>
  useRegisterAct<OpeningBody & { readonly milestone: string }, MilestoneAnswer>(id, {
    method: 'POST',
    path: ({ milestone }) => `/documents/${id}/milestones/${milestone}/opening`,
    body: ({ milestone: _, ...body }) => body,
    stale: stale(id),
  });
