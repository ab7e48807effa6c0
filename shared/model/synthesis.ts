import type { Decision } from './disposition.ts';
import type { DispositionSection } from './disposition-table.ts';
import type { DelegationId, IsoTime, ParagraphId, VersionId } from './ids.ts';
import type { Constituency, Region } from './participant.ts';

/** Inputs by what was decided on them; withdrawn ones without decision are counted apart and nowhere else. */
export type Tally = Readonly<Record<Decision | 'undecided' | 'withdrawn', number>> & {
  readonly received: number;
};

/** What came from one kind of participant. */
export interface Voice<Kind extends string> {
  readonly kind: Kind;
  /** Delegations that sent something, and those that take part and did not. */
  readonly delegations: readonly DelegationId[];
  readonly silent: readonly DelegationId[];
  readonly tally: Tally;
}

/** Inputs below one heading; `heading` null: general comments, and what stands before the first heading. */
export interface SynthesisSection {
  readonly heading: ParagraphId | null;
  readonly title: string;
  readonly tally: Tally;
  readonly paragraphs: readonly DispositionSection[];
}

export interface SynthesisVersion {
  readonly id: VersionId;
  readonly name: string;
  readonly publishedAt: IsoTime;
}

/** What was received while one version was prepared, from whom, and what became of it. */
export interface Synthesis {
  /** The version that was prepared; null: the one that is being prepared. */
  readonly version: SynthesisVersion | null;
  /** The version before it, to which the inputs answer; null before the first. */
  readonly previous: SynthesisVersion | null;
  /** The period: later than `from` (null: from the beginning), up to and with `to`. */
  readonly from: IsoTime | null;
  readonly to: IsoTime;
  readonly tally: Tally;
  readonly constituencies: readonly Voice<Constituency | 'none'>[];
  /** Of governments. */
  readonly regions: readonly Voice<Region | 'none'>[];
  /** Constituencies from which nothing was received, whether or not they take part. */
  readonly silentConstituencies: readonly Constituency[];
  readonly sections: readonly SynthesisSection[];
  /** Names of the delegations above. */
  readonly names: Readonly<Record<string, string>>;
}
