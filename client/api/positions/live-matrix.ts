import { buildMatrix, type PositionMatrix, putPosition } from '../../../shared/domain/position-matrix.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import type { PositionsReading } from './known-positions.ts';

/** A matrix that follows a reading in place. */
export interface LiveMatrix {
  readonly matrix: PositionMatrix;
  /** Puts in what the reading logged since last time. */
  follow(): void;
}

export function createLiveMatrix(
  reading: PositionsReading,
  paragraphs: readonly ParagraphId[],
  delegations: readonly Delegation[],
): LiveMatrix {
  const matrix = buildMatrix({ paragraphs, delegations, held: reading.held, ties: reading.ties });
  let followed = reading.log.length;
  return {
    matrix,
    follow() {
      for (const { holder, paragraph, held } of reading.log.slice(followed))
        putPosition(matrix, holder, paragraph, held);
      followed = reading.log.length;
    },
  };
}
