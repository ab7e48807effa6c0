import type { DocumentId, IsoTime, ParagraphId, ParticipantId, VersionId } from './ids.ts';
import type { LabelledParagraph } from './paragraph.ts';

export const STAGES = ['elements', 'zero', 'revision', 'final'] as const;
export type Stage = (typeof STAGES)[number];

/** One line of the old-to-new label table: what a publication renumbered. */
export interface Relabelling {
  readonly paragraph: ParagraphId;
  readonly from: string;
  readonly to: string;
}

/** A published text without its paragraphs, for lists. */
export interface VersionSummary {
  readonly id: VersionId;
  readonly documentId: DocumentId;
  /** 1 for the first version of a document, then rising by one. */
  readonly ordinal: number;
  readonly stage: Stage;
  readonly name: string;
  /** The facilitators' note that goes with the version. Plain text, may be empty. */
  readonly letter: string;
  readonly publishedAt: IsoTime;
  readonly publishedBy: ParticipantId;
  /** SHA-256 in hex over the canonical JSON of stage, name, date and paragraphs (shared/domain/version). */
  readonly hash: string;
}

/** A published, immutable text. Labels are frozen in it. */
export interface Version extends VersionSummary {
  readonly paragraphs: readonly LabelledParagraph[];
  readonly relabelling: readonly Relabelling[];
}
