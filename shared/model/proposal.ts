import type { AnchoredText } from './anchor.ts';
import type {
  ChangeId,
  DelegationId,
  DocumentId,
  IsoTime,
  ParagraphId,
  ParticipantId,
  ProposalId,
} from './ids.ts';
import type { ParagraphKind, Run } from './paragraph.ts';
import type { Signature, Visibility } from './signature.ts';

export const CHANGE_ACTS = ['replace', 'insert-after', 'delete', 'move', 'keep'] as const;
export type ChangeAct = (typeof CHANGE_ACTS)[number];

/** One paragraph of suggested wording. */
export interface Wording {
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly runs: readonly Run[];
}

/** The paragraph a change is made to, as it stood when the change was written. */
export interface BaseWording extends Wording {
  readonly label: string;
}

/** One change of a package. The amendment is what differs between `base` and `wording`; it is derived, never stored. */
export interface ProposedChange {
  readonly id: ChangeId;
  readonly act: ChangeAct;
  /** The paragraph it is about; null only for an insertion before the first. */
  readonly paragraph: ParagraphId | null;
  /** Null where `paragraph` is. For an amendment to an amendment: the wording of the amended proposal. */
  readonly base: BaseWording | null;
  /** `replace`: what stands instead (several: a split). `insert-after`: what is new. Empty for the others. */
  readonly wording: readonly Wording[];
  /** `move` only: the paragraph it goes behind; null: to the beginning. */
  readonly after: ParagraphId | null;
  /** Only of an amendment to an amendment: the change it amends, and which paragraph (from 0) of its wording. */
  readonly amends?: { readonly change: ChangeId; readonly part: number };
}

export const SPONSORSHIPS = ['asked', 'accepted', 'declined', 'left'] as const;

/** A delegation that asked to co-sponsor, and what the proposer answered. */
export interface Sponsorship {
  readonly delegationId: DelegationId;
  readonly askedBy: ParticipantId;
  readonly askedAt: IsoTime;
  readonly state: (typeof SPONSORSHIPS)[number];
  readonly answeredAt: IsoTime | null;
}

/** Other wording that the facilitators offer for a proposal's changes, and the proposer's answer. */
export interface Compromise {
  readonly changes: readonly ProposedChange[];
  readonly reason: string;
  readonly by: Signature;
  readonly answer: { readonly accepted: boolean; readonly reason: string; readonly by: Signature } | null;
}

/** Suggested wording with rationale and co-sponsors: an amendment, of one paragraph or a package of several. */
export interface Proposal {
  readonly id: ProposalId;
  readonly documentId: DocumentId;
  readonly by: Signature;
  /** The text it was written on. */
  readonly text: AnchoredText;
  /** The proposal it amends, or null. */
  readonly amends: ProposalId | null;
  readonly changes: readonly ProposedChange[];
  readonly rationale: string;
  readonly sponsors: readonly Sponsorship[];
  readonly visibility: Visibility;
  /** Every compromise that was offered, oldest first; the last one counts. */
  readonly compromises: readonly Compromise[];
  readonly editedAt: IsoTime | null;
  readonly withdrawnAt: IsoTime | null;
}

/** What one change did to the working text when it was taken up. */
export interface AppliedChange {
  readonly change: ChangeId;
  readonly act: ChangeAct;
  /**
   * Paragraphs it led to: the one that was rewritten, moved or removed, then new ones. A change of a paragraph that
   * was split meanwhile is one of these for each part.
   */
  readonly paragraphs: readonly ParagraphId[];
  readonly before: BaseWording | null;
  readonly after: readonly Wording[];
  /** `insert-after` and `move` only: the paragraph behind which it stands now; null: at the beginning. */
  readonly behind?: ParagraphId | null;
}

/**
 * A proposal taken up into the working text: the provenance paragraph → proposal → delegations, for ever.
 * `applying` is written before the text is edited and `applied` after, so that a server that stops in between
 * finishes the act, once, when it starts again: the edit is made under `client`, a Yjs clientID of its own.
 * `set-aside`: the text changed in between in a way that left no sure place for the wording; nothing was edited.
 */
export interface Acceptance {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly proposalId: ProposalId;
  readonly state: 'applying' | 'applied' | 'set-aside';
  readonly client: number;
  /** What its disposition will say. */
  readonly decision: 'accepted' | 'accepted-in-part';
  readonly reason: string;
  readonly changes: readonly AppliedChange[];
  /** Proposer and co-sponsors at that time. */
  readonly delegations: readonly DelegationId[];
  /** Last seq of the update log when it was applied; null before. */
  readonly textSeq: number | null;
  readonly by: Signature;
}
