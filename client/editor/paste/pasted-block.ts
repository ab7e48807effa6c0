import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Direction, ParagraphKind, Run } from '../../../shared/model/paragraph.ts';

/** One block of what was pasted, ready to become a paragraph. */
export interface PastedBlock {
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly dir: Direction;
  /** A printed label that no counting makes again: `IV.` before a heading. */
  readonly pinned: string | null;
  readonly runs: readonly Run[];
  /** Label and white space that were typed before the words and taken off; put back if the words join a sentence. */
  readonly typed: string;
  /** Words without a paragraph of their own: at these ends they join what they are pasted into. */
  readonly open: 'both' | 'start' | 'end' | 'none';
  /** Set for a whole paragraph of ours: it keeps its id where that stands nowhere else, as after cutting. */
  readonly own: OwnParagraph | null;
}

export interface OwnParagraph {
  readonly document: string;
  readonly id: ParagraphId;
}

/** How many things of each sort were left out of a paste. */
export interface LeftOut {
  readonly pictures: number;
  readonly comments: number;
  readonly deletions: number;
  readonly struck: number;
}

export interface Pasted {
  readonly blocks: readonly PastedBlock[];
  readonly leftOut: LeftOut;
}

export const NOTHING_LEFT_OUT: LeftOut = { pictures: 0, comments: 0, deletions: 0, struck: 0 };
