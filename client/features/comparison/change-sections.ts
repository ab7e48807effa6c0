import type { Comparison } from '../../../shared/compare/comparison.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { isChange } from './entries.ts';

/** A heading of the new text and how many rows below it changed. */
export interface ChangeSection {
  /** Row of the heading itself, where a link leads; 0 for what stands before the first heading. */
  readonly row: number;
  /** The heading; null for what stands before the first one. */
  readonly heading: LabelledParagraph | null;
  readonly rows: number;
  readonly changes: number;
}

/** Counts by section, in reading order. Removed rows count where they stood. */
export function changeSections(comparison: Comparison, to: readonly LabelledParagraph[]): ChangeSection[] {
  const sections: { row: number; heading: LabelledParagraph | null; rows: number; changes: number }[] = [
    { row: 0, heading: null, rows: 0, changes: 0 },
  ];
  for (const [index, row] of comparison.rows.entries()) {
    const heading = row.to.map((block) => to[block]).find((paragraph) => paragraph?.kind === 'heading');
    if (heading !== undefined) sections.push({ row: index, heading, rows: 0, changes: 0 });
    const open = sections.at(-1) as { rows: number; changes: number };
    open.rows += 1;
    if (isChange(row)) open.changes += 1;
  }
  return sections.filter((section) => section.rows > 0);
}
