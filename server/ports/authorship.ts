import type { DocumentId, IsoTime, ParagraphId, ParticipantId } from '../../shared/model/ids.ts';

/** Who inserted what stands in a working text, and who deleted what: computed from the authenticated log. */
export interface TextAuthorship {
  /** In reading order, with the ids that `readParagraphs` gives. Runs joined are the paragraph's text. */
  readonly paragraphs: readonly {
    readonly id: ParagraphId;
    readonly runs: readonly { readonly text: string; readonly by: ParticipantId; readonly at: IsoTime }[];
  }[];
  /** Newest first. `paragraph` is where the words stood, or null when that is gone too. */
  readonly deletions: readonly {
    readonly by: ParticipantId;
    readonly at: IsoTime;
    /** Whose words they were. */
    readonly of: ParticipantId;
    readonly text: string;
    readonly paragraph: ParagraphId | null;
  }[];
}

/** Answers "who wrote this". The room area implements it over the update log. */
export interface AuthorshipReader {
  authorship(documentId: DocumentId): Promise<TextAuthorship>;
  /** Ids of all paragraphs that the text has or ever had. */
  everyParagraph(documentId: DocumentId): Promise<ReadonlySet<ParagraphId>>;
}
