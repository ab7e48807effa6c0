import type { IsoTime } from './ids.ts';
import type { LabelledParagraph, Paragraph } from './paragraph.ts';

/** Formats that a text is written in. */
export const EXPORT_FORMATS = ['txt', 'md', 'html', 'docx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Something that an import could not keep as it was. Stable codes; a new one is added here and in docs/protocol.md. */
export const IMPORT_WARNINGS = [
  'footnotes-inlined',
  'endnotes-inlined',
  'comments-dropped',
  'insertions-accepted',
  'deletions-left-out',
  'moves-accepted',
  'formatting-changes-accepted',
  'table-as-paragraphs',
  'text-box-as-paragraphs',
  'images-dropped',
  'equations-as-text',
  'fields-as-text',
  'embedded-objects-dropped',
  'headers-dropped',
  'formatting-dropped',
  'strike-through-dropped',
  'hidden-text-kept',
  'symbols-replaced',
  'links-dropped',
  'levels-flattened',
  'line-breaks-joined',
  'code-as-text',
  'markup-dropped',
  'windows-1252-assumed',
  'control-characters-dropped',
  'unknown-content-dropped',
] as const;
export type ImportWarningCode = (typeof IMPORT_WARNINGS)[number];

export interface ImportWarning {
  readonly code: ImportWarningCode;
  /** What happened to it, in a sentence. */
  readonly detail: string;
  /** How often, where that can be counted. */
  readonly count?: number;
}

/** A text read from a file: paragraphs with fresh ids, and everything that was not kept as it was. */
export interface ImportedText {
  readonly paragraphs: readonly Paragraph[];
  readonly warnings: readonly ImportWarning[];
}

/** What an export says of the text besides its paragraphs. */
export interface ExportedText {
  readonly title: string;
  /** Name of the version, or null for the working text. */
  readonly versionName: string | null;
  /** Publication of the version; for the working text the time of the export. */
  readonly date: IsoTime;
  readonly paragraphs: readonly LabelledParagraph[];
}

/** Formats that a comparison is written in. */
export const COMPARISON_FORMATS = ['docx', 'html', 'txt', 'json'] as const;
export type ComparisonFormat = (typeof COMPARISON_FORMATS)[number];

/** Two texts whose differences are written to a file. */
export interface ExportedComparison {
  readonly title: string;
  readonly from: { readonly name: string; readonly paragraphs: readonly LabelledParagraph[] };
  readonly to: { readonly name: string; readonly paragraphs: readonly LabelledParagraph[] };
  /** When the file is made. */
  readonly date: IsoTime;
  /** By paragraph of the new text: whose changes stand in it and when the last was made, or null where unknown. */
  readonly authors: readonly ({ readonly author: string; readonly date: IsoTime } | null)[];
}
