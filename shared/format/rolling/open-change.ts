import type { ParagraphStatus } from '../../model/disposition.ts';
import type { ChangeId, ParagraphId, ProposalId } from '../../model/ids.ts';
import type { LabelledParagraph } from '../../model/paragraph.ts';
import type { BaseWording, ChangeAct, Wording } from '../../model/proposal.ts';
import type { Attribution } from '../../model/rolling.ts';

/** One change of an open proposal, as it would be made to the text as it stands. */
export interface OpenChange {
  readonly proposal: ProposalId;
  readonly change: ChangeId;
  readonly by: Attribution;
  readonly act: ChangeAct;
  /** Null: before the first paragraph. */
  readonly paragraph: ParagraphId | null;
  /** The paragraph as the proposer saw it. */
  readonly base: BaseWording | null;
  /** Carried over to the paragraph as it stands; the proposer's own where that could not be done. */
  readonly wording: readonly Wording[];
  /** `move` only. */
  readonly after: ParagraphId | null;
  /** The paragraph has changed since, in a way that leaves no sure place for the wording. */
  readonly needsALook: boolean;
  readonly amends: Attribution | null;
}

/** What is compiled. `changes` in the order in which proposals were made. */
export interface RollingSource {
  readonly paragraphs: readonly LabelledParagraph[];
  readonly changes: readonly OpenChange[];
  readonly statuses: ReadonlyMap<string, ParagraphStatus>;
}
