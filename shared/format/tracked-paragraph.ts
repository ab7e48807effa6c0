import type { Marks } from '../model/paragraph.ts';

/**
 * A comparison as a sequence of paragraphs with tracked changes, for word processors. Accepting all changes gives
 * the new text, rejecting all gives the old one, labels included. A paragraph ends with a mark of its own, and a
 * mark that goes joins its paragraph to the next: so splits and merges are changes of marks.
 */
export type Track = 'kept' | 'inserted' | 'deleted' | 'moved-from' | 'moved-to';

export interface TrackedPiece {
  readonly track: Track;
  readonly text: string;
  readonly marks: Marks;
  /** The marks before, where a kept piece changed its format. */
  readonly oldMarks?: Marks;
}

export interface TrackedParagraph {
  readonly pieces: readonly TrackedPiece[];
  /** What becomes of the paragraph's end. */
  readonly end: Track;
  /** Index of the row it belongs to: names its move and its author. */
  readonly row: number;
  /** What the paragraph is, and was where that changed. */
  readonly kind: string;
  readonly level: number;
  readonly oldKind?: { readonly kind: string; readonly level: number };
}

/** Sits between a printed label and the text. */
export const LABEL_GAP = '\t';
