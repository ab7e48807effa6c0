/** What reading a Word document carries along. */

import type { WarningCounts } from '../../../shared/format/warnings.ts';
import type { ImportWarningCode } from '../../../shared/model/file.ts';
import type { Run } from '../../../shared/model/paragraph.ts';
import type { Element } from '../xml.ts';
import type { OpenField } from './fields.ts';
import type { Styles } from './styles.ts';

/** What reading a document carries along. */
export interface Reading {
  readonly styles: Styles;
  readonly links: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlyMap<string, Element>;
  readonly endnotes: ReadonlyMap<string, Element>;
  readonly counts: WarningCounts;
  /** Open fields; they may reach over paragraphs. */
  readonly fields: OpenField[];
  notes: number;
}

export const tally = (reading: Reading, code: ImportWarningCode, by = 1): void => {
  reading.counts[code] = (reading.counts[code] ?? 0) + by;
};

/** What one paragraph holds. */
export interface Content {
  readonly runs: Run[];
  /** A label that our own export set apart, as printed. */
  label: string | null;
  /** Contents of text boxes, to stand behind the paragraph. */
  readonly boxes: Element[];
}

/** Character style that our own export gives to labels. */
export const LABEL_STYLE = 'SBLabel';
