import type { Pointed } from '../../shared/anchor/make-anchor.ts';
import type { Anchor, AnchoredText, Place } from '../../shared/model/anchor.ts';
import type { DocumentId, ParagraphId } from '../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';

/** What a conversation beside a text needs to know of a paragraph. */
export type SurfaceParagraph = Pick<LabelledParagraph, 'id' | 'from' | 'kind' | 'level' | 'label' | 'text'>;

/** Words on the screen that something was said on. Offsets are UTF-16 units of the paragraph's plain text. */
export interface TextMark {
  readonly id: string;
  readonly paragraph: ParagraphId;
  readonly start: number;
  readonly end: number;
  readonly active: boolean;
}

/** How much was said on a paragraph. */
export interface ParagraphCounts {
  readonly comments: number;
  readonly proposals: number;
}

/**
 * A text on the screen, live or published, as the conversation beside it sees it: the pages' border between the text
 * and what is said about it.
 */
export interface TextSurface {
  readonly documentId: DocumentId;
  readonly text: AnchoredText;
  /** The element with class `text`; paragraphs in it have the id `p-<paragraph>`. */
  readonly host: HTMLElement;
  /** Calls `listener` after every change of the text or its labels. */
  subscribe(listener: () => void): () => void;
  /** In reading order; the same array until the text changes. */
  paragraphs(): readonly SurfaceParagraph[];
  /** Where a place in the page's tree stands in the text; null outside of it. */
  pointAt(node: Node, offset: number): { readonly paragraph: ParagraphId; readonly offset: number } | null;
  /** Distance of a line of words from the top of the window in pixels; null where it is not on the screen. */
  topOf(paragraph: ParagraphId, offset: number): number | null;
  /** An anchor on what somebody points at; null where it does not stand there. */
  anchorOn(pointed: Pointed): Anchor | null;
  /** Where anchors that were put on this very text stand now. */
  resolve(anchors: readonly { readonly id: string; readonly anchor: Anchor }[]): ReadonlyMap<string, Place>;
  mark(marks: readonly TextMark[]): void;
  /** Counts by heading, for the outline. */
  count(counts: ReadonlyMap<ParagraphId, ParagraphCounts>): void;
  /** Whether the caret counts as where somebody is reading: in a text that is written in. */
  readonly followsCaret: boolean;
  /** Where one writes, also while the keyboard is elsewhere, as in the palette; null in a text that is only read. */
  caret(): ParagraphId | null;
  /** Takes the keyboard back to the text. */
  focus(): void;
}

export const paragraphElementId = (paragraph: string): string => `p-${paragraph}`;
