import type { DocumentId, IsoTime, VersionId } from './ids.ts';

/** Phases of a negotiation, in their usual order. Facilitators alone change them. */
export const PHASES = [
  'preparation',
  'drafting',
  'consultation',
  'negotiation',
  'silence',
  'adoption',
  'closed',
] as const;
export type Phase = (typeof PHASES)[number];

/** Who may see the working text. `team` is facilitators and drafters. */
export const WORKING_TEXT_AUDIENCES = ['team', 'participants', 'public'] as const;
export type WorkingTextAudience = (typeof WORKING_TEXT_AUDIENCES)[number];

/** Who may see versions and register. */
export const REGISTER_AUDIENCES = ['participants', 'public'] as const;
export type RegisterAudience = (typeof REGISTER_AUDIENCES)[number];

/** That a version has become the final text. The whole of it stands in the register (shared/model/silence). */
export interface AdoptedText {
  readonly version: VersionId;
  /** When it was recorded. */
  readonly at: IsoTime;
  /** No declaration after. */
  readonly recordClosedAt: IsoTime | null;
}

/** One outcome document under negotiation. */
export interface OutcomeDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly phase: Phase;
  readonly phaseSince: IsoTime;
  /** When the phase closes itself (a consultation window, or the deadline of a silence procedure), or null. */
  readonly closesAt: IsoTime | null;
  readonly workingText: WorkingTextAudience;
  readonly register: RegisterAudience;
  readonly createdAt: IsoTime;
  /** The sample document that a demonstration server shows. */
  readonly sample: boolean;
  /** There once a version was adopted. Left out before, so that a document reads as it was recorded. */
  readonly adoption?: AdoptedText;
}
