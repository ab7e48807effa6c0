import {
  adjustCounts,
  type ColumnCounts,
  type ColumnKind,
  columnsBy,
  countColumns,
} from '../../../shared/domain/matrix-counts.ts';
import { buildMatrix, type PositionMatrix, putPosition } from '../../../shared/domain/position-matrix.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import type { PositionsReading } from './positions-store.ts';

/** A matrix that follows a reading in place, with the counts that screens asked for. */
export interface LiveMatrix {
  readonly matrix: PositionMatrix;
  /** The counts of a view, kept up to date from the first time they are asked for. */
  counts(kind: ColumnKind): ColumnCounts;
  /** Takes in what the reading logged since last time. */
  follow(): void;
}

export function createLiveMatrix(
  reading: PositionsReading,
  paragraphs: readonly ParagraphId[],
  delegations: readonly Delegation[],
): LiveMatrix {
  const matrix = buildMatrix({ paragraphs, delegations, held: reading.held, ties: reading.ties });
  const views = new Map<ColumnKind, ColumnCounts>();
  let followed = reading.log.length;
  return {
    matrix,
    counts(kind) {
      const known = views.get(kind);
      if (known !== undefined) return known;
      const made = countColumns(matrix, columnsBy(kind, matrix));
      views.set(kind, made);
      return made;
    },
    follow() {
      for (const { holder, paragraph, held } of reading.log.slice(followed)) {
        const changed = putPosition(matrix, holder, paragraph, held);
        for (const view of views.values()) adjustCounts(view, changed);
      }
      followed = reading.log.length;
    },
  };
}
