import type { MilestoneKind } from '../../../../shared/model/milestone.ts';

/** A station of the sample's way, in days from the day on which the sample is made. */
export interface SampleMilestone {
  readonly kind: MilestoneKind;
  readonly name: string;
  readonly planned: number;
  /** Absent: not reached when the sample is made, or reached by publishing a version. */
  readonly actual?: number;
  /** Opens and closes on these days, at 09:00 and 18:00 in New York. */
  readonly window?: readonly [opens: number, closes: number];
}

/** What was before the first version. */
export const roadBefore: readonly SampleMilestone[] = [
  { kind: 'mandate', name: 'Modalities resolution', planned: -150, actual: -150 },
  { kind: 'stocktaking', name: 'Stocktaking with all stakeholders', planned: -95, actual: -92 },
];

/** Reached one after the other as the versions are published. */
export const roadOfVersions = {
  elements: { kind: 'elements-paper', name: 'Elements paper', planned: -2 },
  zero: { kind: 'zero-draft', name: 'Zero draft', planned: -1 },
  revision: { kind: 'revision', name: 'Rev.1', planned: 0 },
} as const satisfies Record<string, SampleMilestone>;

/** What lies ahead. */
export const roadAhead: readonly SampleMilestone[] = [
  { kind: 'consultation', name: 'Comments on Rev.1', planned: 18, window: [4, 18] },
  { kind: 'revision', name: 'Rev.2', planned: 32 },
  { kind: 'silence', name: 'Silence procedure', planned: 46 },
  { kind: 'adoption', name: 'Adoption at the high-level meeting', planned: 60 },
];
