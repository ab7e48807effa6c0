import type { Decision } from './disposition.ts';
import type { IsoTime, ParagraphId } from './ids.ts';
import type { Constituency, Region } from './participant.ts';

/** One input with what became of it, as it is printed: names and labels instead of ids. */
export interface DispositionLine {
  readonly id: string;
  readonly paragraph: ParagraphId | null;
  /** Label of the paragraph as it stands; of one that is gone, as it was. Empty: a general comment, or no label. */
  readonly label: string;
  readonly gone: boolean;
  /** Who sent it; several names of a joint submission are parted by semicolons. */
  readonly delegation: string;
  /** Name of the delegation that entered it for them; empty where they wrote it themselves. */
  readonly enteredBy: string;
  /** Name of a group; empty where they spoke for themselves alone. */
  readonly onBehalfOf: string;
  readonly constituency: Constituency | null;
  readonly region: Region | null;
  readonly kind: string;
  readonly at: IsoTime;
  /** The words of the comment or item; of a proposal its rationale. */
  readonly text: string;
  /** Proposed wording, change by change; empty for a comment. */
  readonly wording: string;
  readonly withdrawn: boolean;
  /** Null: not decided. */
  readonly decision: Decision | null;
  readonly reason: string;
  readonly summary: string;
  /** Labels of the paragraphs it led to. */
  readonly ledTo: readonly string[];
  /** Id of the input it repeats; empty for none. */
  readonly duplicateOf: string;
  readonly reaction: { readonly satisfied: boolean; readonly reason: string } | null;
  readonly contests: readonly { readonly text: string; readonly answer: string | null }[];
}

/** Inputs on one paragraph; general comments come first, without a paragraph. */
export interface DispositionSection {
  readonly paragraph: ParagraphId | null;
  readonly label: string;
  /** Beginning of the paragraph's words; empty for general comments and where the text may not be shown. */
  readonly words: string;
  readonly gone: boolean;
  readonly lines: readonly DispositionLine[];
}

export interface DispositionTable {
  readonly sections: readonly DispositionSection[];
  /** Inputs that were left out because there are more than `TABLE_LINES` of the format. */
  readonly leftOut: number;
}

/**
 * Inputs in one table: several times the largest consultation known (1,370 comments, NETmundial 2014). In Word a table of
 * 2,300 takes three seconds to write and some 300 pages; more than twice that nobody opens.
 */
export const TABLE_LINES = { csv: 10_000, xlsx: 10_000, docx: 5_000 } as const;
