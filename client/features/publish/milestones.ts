import type { RoadmapAnswer } from '../../../shared/api/milestone.ts';
import type { Milestone, MilestoneKind } from '../../../shared/model/milestone.ts';
import type { Stage } from '../../../shared/model/version.ts';

const STAGE_OF: Partial<Record<MilestoneKind, Stage>> = {
  'elements-paper': 'elements',
  'zero-draft': 'zero',
  revision: 'revision',
};

/** Milestones that a version may still be published at, in their order. */
export const openMilestones = (roadmap: RoadmapAnswer | undefined): readonly Milestone[] =>
  roadmap?.stations
    .map(({ milestone }) => milestone)
    .filter(({ version, actual }) => version === null && actual === null) ?? [];

/** The id of the one that a version of this stage would reach; empty: none is meant for it. */
export const milestoneFor = (stage: Stage, milestones: readonly Milestone[]): string =>
  milestones.find(({ kind }) => STAGE_OF[kind] === stage)?.id ?? '';
