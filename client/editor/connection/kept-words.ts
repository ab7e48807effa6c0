import type { IsoTime, ParagraphId } from '../../../shared/model/ids.ts';
import type { ParagraphKind } from '../../../shared/model/paragraph.ts';

/** What one's own unsent work did to a paragraph. `format` covers marks, kind, level, direction and label. */
export type KeptChange = 'words' | 'format' | 'added' | 'removed' | 'moved';

/** One paragraph of unsent work, readable without the live text. */
export interface KeptParagraph {
  readonly paragraph: ParagraphId;
  /** Label people saw, or an empty string. */
  readonly label: string;
  readonly kind: ParagraphKind;
  readonly change: KeptChange;
  /** The server's text; null where the paragraph is new. */
  readonly server: string | null;
  /** One's own text; null where the paragraph was deleted. */
  readonly mine: string | null;
}

/** Why words could not be brought to the server. */
export type KeptReason = 'read-only' | 'too-large' | 'forged' | 'server-restored';

/** Unsent work that was taken out of the text because it was not permitted there. Kept until its author discards it. */
export interface KeptWords {
  readonly id: string;
  readonly at: IsoTime;
  readonly reason: KeptReason;
  readonly paragraphs: readonly KeptParagraph[];
}
