import type { RecordPositions, RecordTally } from '../model/record.ts';
import { type ColumnCounts, countColumns, type MatrixColumn, tallyAt } from './matrix-counts.ts';
import type { PositionMatrix } from './position-matrix.ts';
import type { RecordNames } from './record-declarations.ts';

/** How governments and others stand on each paragraph on which anybody was heard (rule V20). */
export function recordPositions(matrix: PositionMatrix, { cited }: RecordNames): RecordPositions[] {
  const members = (government: boolean): MatrixColumn => ({
    key: String(government),
    members: matrix.delegations.flatMap(({ constituency }, k) =>
      (constituency === 'government') === government ? [k] : [],
    ),
  });
  const counts = countColumns(matrix, [members(true), members(false)]);
  return matrix.paragraphs.flatMap((paragraph, p) => {
    const [governments, others] = [tally(counts, 0, p), tally(counts, 1, p)];
    return isHeard(governments) || isHeard(others)
      ? [{ paragraph, label: cited(paragraph), governments, others }]
      : [];
  });
}

function tally(counts: ColumnCounts, column: number, paragraph: number): RecordTally {
  const { toReconfirm: _, ...numbers } = tallyAt(counts, column, paragraph);
  return numbers;
}

const isHeard = ({ notHeard: _, ...heard }: RecordTally): boolean =>
  Object.values(heard).some((count) => count > 0);
