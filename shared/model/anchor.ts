import type { ParagraphId, VersionId } from './ids.ts';

/** The text something stands on: the live one, or a published one that never changes. */
export type AnchoredText = 'working' | VersionId;

/** Words as they stood, with what stood around them, so that they can be found again and shown as an orphan. */
export interface Quote {
  /** The words. Empty for absent language: nothing stands there. */
  readonly exact: string;
  /** Up to `QUOTE_CONTEXT` characters before and after, of the same paragraph. */
  readonly prefix: string;
  readonly suffix: string;
}

/** Characters of context: enough to tell apart formulas that a text repeats in every paragraph. */
export const QUOTE_CONTEXT = 64;

/** Both ends as Yjs relative positions (base64 of `Y.encodeRelativePosition`); starts bind right, ends bind left. */
export interface RelativeRange {
  readonly start: string;
  readonly end: string;
}

/**
 * What something in the register stands on. Never an index among paragraphs and never a line. Offsets are UTF-16
 * units of the paragraph's plain text. `label` is the number people saw at that time.
 */
export type Anchor =
  | { readonly scope: 'text'; readonly text: AnchoredText }
  | {
      readonly scope: 'words';
      readonly text: AnchoredText;
      readonly paragraph: ParagraphId;
      readonly label: string;
      readonly start: number;
      readonly end: number;
      readonly quote: Quote;
      /** Only on the working text. */
      readonly relative: RelativeRange | null;
    }
  /** `quote.exact` is the whole paragraph. */
  | {
      readonly scope: 'paragraph';
      readonly text: AnchoredText;
      readonly paragraph: ParagraphId;
      readonly label: string;
      readonly quote: Quote;
    }
  /** What is missing: it would stand after this paragraph (null: before the first). `quote.prefix` ends that paragraph. */
  | {
      readonly scope: 'absent';
      readonly text: AnchoredText;
      readonly paragraph: ParagraphId | null;
      readonly label: string;
      readonly quote: Quote;
    };

/** How an anchor was found again. `changed` and `orphan` are told to the reader; `found` means the very words. */
export const RESOLUTIONS = ['found', 'moved', 'changed', 'orphan'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** What became of the words, or of the paragraph, on the way to another text. */
export const CARRIES = ['unchanged', 'changed', 'moved', 'split', 'merged', 'removed', 'orphan'] as const;
export type Carry = (typeof CARRIES)[number];

/**
 * Where an anchor stands in a given text. `paragraph` is null for the whole text and for an orphan; for an orphan
 * `near` may name the paragraph to show its quote at. `start` and `end` are offsets in `paragraph`.
 */
export interface Place {
  readonly resolution: Resolution;
  readonly carry: Carry;
  readonly paragraph: ParagraphId | null;
  readonly start: number;
  readonly end: number;
  readonly near: ParagraphId | null;
}
