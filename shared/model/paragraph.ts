import type { ParagraphId } from './ids.ts';

/** What a block is. Headings have levels 1–3, items 1–4; every other kind has level 0. */
export const PARAGRAPH_KINDS = ['title', 'heading', 'preambular', 'operative', 'plain', 'item'] as const;
export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number];

export const HEADING_LEVELS = 3;
export const ITEM_LEVELS = 4;

/** Reading direction: `auto` lets the first strong character decide (Unicode UAX 9, rule P2). */
export const DIRECTIONS = ['auto', 'ltr', 'rtl'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The four formats of running text. Absent means off. */
export interface Marks {
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** Absolute http, https or mailto address. */
  readonly link?: string;
}

/** A stretch of characters with equal marks. Neighbouring runs differ in marks; no run is empty. */
export interface Run extends Marks {
  readonly text: string;
}

/** The unit of everything: a block with a stable id. `runs` hold no newline. */
export interface Paragraph {
  readonly id: ParagraphId;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly dir: Direction;
  /** Ids this paragraph came from: one after a split, two after a join. Empty otherwise. */
  readonly from: readonly ParagraphId[];
  /** A label that was set by hand or printed in an imported file and differs from the computed one. */
  readonly pinned: string | null;
  readonly runs: readonly Run[];
}

/** A paragraph with the label people see (`12`, `12 bis`, `PP3`, `(a)`, or empty) and its plain text. */
export interface LabelledParagraph extends Paragraph {
  readonly label: string;
  readonly text: string;
}

export const plainText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');
