import type { SpokenWords } from '../../model/declaration.ts';
import type { LabelledParagraph } from '../../model/paragraph.ts';
import type { ReportBlock } from './synthesis-blocks.ts';

/** What the record as a file is made of. */
export type RecordBlock =
  | Extract<ReportBlock, { kind: 'said' | 'table' }>
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3 | 4;
      readonly text: string;
      /** Sections stand in the list of contents under this name. */
      readonly anchor?: string;
    }
  /** A paragraph of the text, and what is on record at it. */
  | { readonly kind: 'paragraph'; readonly paragraph: LabelledParagraph; readonly note: string }
  | { readonly kind: 'words'; readonly words: SpokenWords }
  | { readonly kind: 'link'; readonly text: string; readonly address: string };
