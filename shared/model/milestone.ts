import type { DocumentId, IsoTime, VersionId } from './ids.ts';
import type { Signature } from './signature.ts';

export const MILESTONE_KINDS = [
  'mandate',
  'stocktaking',
  'elements-paper',
  'zero-draft',
  'consultation',
  'revision',
  'silence',
  'adoption',
  'other',
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** A time for inputs. Closes by itself. `timeZone` is an IANA name: the zone in which its times were announced. */
export interface InputWindow {
  readonly opensAt: IsoTime;
  readonly closesAt: IsoTime;
  readonly timeZone: string;
}

/** A station of the roadmap, planned and, once it has happened, actual. */
export interface Milestone {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly kind: MilestoneKind;
  readonly name: string;
  /** Planned day. */
  readonly planned: IsoTime;
  readonly actual: IsoTime | null;
  readonly window: InputWindow | null;
  /** The version that was published at it. */
  readonly version: VersionId | null;
  /** Taken off the roadmap; its row stays. */
  readonly withdrawnAt: IsoTime | null;
  readonly by: Signature;
}
