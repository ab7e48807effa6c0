import type { ComparisonRow } from '../../../shared/compare/comparison.ts';

/**
 * Anchor of a row on the page: by paragraph id where the text has ids, so that a link to it holds while a live
 * text moves on; otherwise by block.
 */
export function rowAddress(row: ComparisonRow): string {
  const id = row.paragraphs.to[0] ?? row.paragraphs.from[0];
  if (id !== null && id !== undefined) return `r-${id}`;
  return row.to.length > 0 ? `r-to-${row.to[0]}` : `r-from-${row.from[0]}`;
}

/** Anchor of the place that a moved row left. */
export const vacatedAddress = (row: ComparisonRow): string => `left-${rowAddress(row)}`;
