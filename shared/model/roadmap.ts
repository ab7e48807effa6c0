import type { DelegationId, IsoTime, VersionId } from './ids.ts';
import type { Milestone } from './milestone.ts';
import type { Constituency } from './participant.ts';

/** What is counted as received, in the order in which it is shown. */
export const RECEIVED_NOUNS = ['comment', 'proposal', 'position', 'declaration', 'statement'] as const;
export type ReceivedNoun = (typeof RECEIVED_NOUNS)[number];

/** What one delegation sent in a period. */
export interface ReceivedFrom {
  readonly delegation: DelegationId;
  /** Null: the facilitators themselves. */
  readonly constituency: Constituency | null;
  readonly counts: Readonly<Record<ReceivedNoun, number>>;
}

/** A time between two milestones: after `from` (null: since the beginning), up to and including `to` (null: until now). */
export interface RoadmapPeriod {
  readonly from: IsoTime | null;
  readonly to: IsoTime | null;
}

/** Something that happened, for a milestone that has no date yet. */
export interface SuggestedDate {
  readonly why: 'published' | 'silence' | 'adopted';
  readonly at: IsoTime;
  readonly version: VersionId | null;
}

/** A station of the roadmap with what belongs to it. */
export interface Station {
  readonly milestone: Milestone;
  readonly window: {
    readonly state: 'not-yet' | 'open' | 'closed';
    /** The consultation that is open is this window: it closes by itself. */
    readonly running: boolean;
    readonly workingDays: number;
  } | null;
  /** Null while it has not been reached. */
  readonly period: RoadmapPeriod | null;
  /** The version it names, then others that were published in its period. */
  readonly versions: readonly VersionId[];
  readonly received: readonly ReceivedFrom[];
  /** Null where it has a date, or nothing is known to have happened. */
  readonly suggested: SuggestedDate | null;
}

/** The roadmap at one moment. `since`: what came after the last milestone that was reached. */
export interface Roadmap {
  readonly at: IsoTime;
  readonly stations: readonly Station[];
  readonly since: Pick<Station, 'versions' | 'received'> & { readonly period: RoadmapPeriod };
}
