import type { Marks, Run } from '../model/paragraph.ts';

/** The algorithm's version. A stored comparison names it; it rises when the same texts would compare otherwise. */
export const ALGORITHM = '1';

/**
 * One block of a text to compare: a `LabelledParagraph` fits, and so does a block of a .txt file.
 * `text` is the text without its label. What is absent plays no part.
 */
export interface ComparableBlock {
  /** The number people see, or empty. Never compared as text. */
  readonly label: string;
  readonly text: string;
  /** Stable id, where both texts come from one document: equal ids are linked whatever they say. */
  readonly id?: string;
  /** Ids this block came from by a split or a join. */
  readonly from?: readonly string[];
  readonly kind?: string;
  readonly level?: number;
  /** The text again, with its formats, for formatting changes. */
  readonly runs?: readonly Run[];
}

export const ROW_KINDS = ['same', 'changed', 'added', 'removed', 'split', 'merged'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** `=` stands in both texts, `-` in the old one only, `+` in the new one only. */
export const WORD_OPERATIONS = ['=', '-', '+'] as const;
export type WordOperation = (typeof WORD_OPERATIONS)[number];
export type WordDifference = readonly [operation: WordOperation, text: string];

/** Words that both texts hold, in other formats. Offsets are UTF-16 units in the row's joined new text. */
export interface FormattingChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly from: Marks;
  readonly to: Marks;
}

/** What a block is, when that changed: a plain paragraph made a heading, an item moved a level in. */
export interface StructureChange {
  readonly from: { readonly kind: string; readonly level: number };
  readonly to: { readonly kind: string; readonly level: number };
}

/** Square brackets mark what is not agreed: how many a row opens (new text only) and closes (gone). */
export interface BracketChange {
  readonly added: number;
  readonly removed: number;
}

/** Both sides of one row. Arrays run in reading order; blocks of one side are joined by `BLOCK_JOINER`. */
export interface ComparisonRow {
  readonly kind: RowKind;
  /** Stands outside the longest chain of rows that kept their order. Only rows with both sides move. */
  readonly moved: boolean;
  /** 0-based block indexes of the old text; empty in an added row. */
  readonly from: readonly number[];
  /** 0-based block indexes of the new text; empty in a removed row. */
  readonly to: readonly number[];
  /** 1 where both sides read the same, 0 where a side is absent. */
  readonly similarity: number;
  /** `=` and `-` joined are the old text, `=` and `+` the new one, letter for letter. */
  readonly words: readonly WordDifference[];
  /** Indexes into `words` of differences in spaces, quotation marks or encoding alone: nothing to read. */
  readonly typography: readonly number[];
  readonly labels: { readonly from: readonly string[]; readonly to: readonly string[] };
  /** Paragraph ids, null where a block has none. */
  readonly paragraphs: {
    readonly from: readonly (string | null)[];
    readonly to: readonly (string | null)[];
  };
  readonly formatting: readonly FormattingChange[];
  readonly structure: StructureChange | null;
  readonly brackets: BracketChange;
  /**
   * Where a moved row stood in the old text: the index of the row it came after, -1 at the beginning.
   * Null in a row that did not move.
   */
  readonly stoodAfter: number | null;
  /** What linked the two sides: recorded ids or what they say. `none` where a side is absent. */
  readonly linkedBy: 'lineage' | 'content' | 'none';
}

/** One line of the old-to-new label table. Empty strings stand for blocks without a label. */
export interface LabelChange {
  /** Index into `rows`. */
  readonly row: number;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A bound that cut in, with what was done instead. A comparison without limits is complete. */
export interface ComparisonLimit {
  readonly code: 'words' | 'candidates' | 'blocks';
  /** Rows (`words`) or blocks (the others) that the bound touched. */
  readonly count: number;
  readonly detail: string;
}

export interface ComparisonSummary {
  readonly same: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  readonly split: number;
  readonly merged: number;
  readonly moved: number;
  /** Rows with both sides whose labels differ. */
  readonly relabelled: number;
  /** Rows with formatting or structure changes. */
  readonly reformatted: number;
  readonly words: {
    readonly from: number;
    readonly to: number;
    readonly added: number;
    readonly removed: number;
  };
  /** Square brackets that stand open in each text, and how many came and went. */
  readonly brackets: {
    readonly from: number;
    readonly to: number;
    readonly added: number;
    readonly removed: number;
  };
}

/**
 * What changed between two texts, as data. Every block of both stands in exactly one row; rows stand in the
 * reading order of the new text, removed rows where they stood.
 */
export interface Comparison {
  readonly algorithm: string;
  readonly from: { readonly blocks: number };
  readonly to: { readonly blocks: number };
  readonly rows: readonly ComparisonRow[];
  readonly labels: readonly LabelChange[];
  readonly limits: readonly ComparisonLimit[];
  readonly summary: ComparisonSummary;
}

/** Stands between the blocks of one side of a row. */
export const BLOCK_JOINER = '\n\n';

/** One side of a row, letter for letter. */
export function sideText(words: readonly WordDifference[], side: 'from' | 'to'): string {
  const other = side === 'from' ? '+' : '-';
  return words
    .filter(([operation]) => operation !== other)
    .map(([, text]) => text)
    .join('');
}
