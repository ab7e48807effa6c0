import { type ColumnCounts, tallyAt } from '../../../shared/domain/matrix-counts.ts';
import type { PositionMatrix } from '../../../shared/domain/position-matrix.ts';
import { csvCell } from '../../../shared/format/report/write-csv.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { NamedColumn } from './matrix-columns.ts';
import type { ShownRows } from './shown-rows.ts';
import { FIGURES, type Figure, numberOf } from './standing-signs.ts';

/** The words of the file, in the reader's language. */
export interface CsvWords {
  readonly label: string;
  readonly text: string;
  readonly column: (column: string, figure: Figure | 'to-reconfirm') => string;
  /** One delegation's cell in words. */
  readonly cell: (cell: number) => string;
}

interface CsvFacts {
  readonly paragraphs: readonly LabelledParagraph[];
  readonly names: readonly string[];
  readonly shown: ShownRows;
  readonly columns: readonly NamedColumn[];
  readonly matrix: PositionMatrix;
  readonly counts: ColumnCounts;
  /** One delegation a column: its standing in words instead of counts. */
  readonly single: boolean;
}

/**
 * The matrix as it is shown, by RFC 4180 behind a byte order mark: by delegation a standing a cell, else a column for
 * each number. No cell can be taken for a formula (`csvCell`).
 */
export function matrixCsv(
  { paragraphs, names, shown: { first, count }, columns, matrix, counts, single }: CsvFacts,
  words: CsvWords,
): string {
  const heads = single
    ? columns.map(({ name }) => name)
    : columns.flatMap(({ name }) =>
        [...FIGURES, 'to-reconfirm' as const].map((figure) => words.column(name, figure)),
      );
  const rows = paragraphs.slice(first, first + count).map(({ text }, k) => {
    const p = first + k;
    return [
      names[p] ?? '',
      text,
      ...columns.flatMap(({ members }, c): string[] => {
        if (single) return [words.cell(matrix.cells[(members[0] ?? -1) * paragraphs.length + p] ?? 0)];
        const tally = tallyAt(counts, c, p);
        return [...FIGURES.map((figure) => numberOf(tally, figure)), tally.toReconfirm].map(String);
      }),
    ];
  });
  return `\uFEFF${[[words.label, words.text, ...heads], ...rows]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('')}`;
}
