import { describe, expect, it } from 'vitest';
import { inAlphabet } from '../../../../client/features/positions/matrix-columns.ts';
import { differences } from '../../../../client/features/positions/use-counts.ts';
import { ownHeld } from '../../../../shared/domain/held-position.ts';
import { adjustCounts, columnsBy, countColumns } from '../../../../shared/domain/matrix-counts.ts';
import { putPosition } from '../../../../shared/domain/position-matrix.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { all, one, taken } from '../../../shared/domain/position-sketch.ts';
import { matrixOf } from './matrix-sketch.ts';

describe('counts of a view that is followed', () => {
  it('U181: only cells that differ are told, and counts that follow them are those made anew', () => {
    const matrix = matrixOf([ownHeld(taken(one('a'), 'q', 'support'))]);
    const columns = columnsBy('constituency', matrix);
    const counts = countColumns(matrix, columns);
    const before = matrix.cells.slice();
    expect(differences(before, matrix)).toEqual([]);
    const p = 'p' as ParagraphId;
    putPosition(matrix, all('south'), p, ownHeld(taken(all('south'), 'p', 'concern')));
    putPosition(matrix, one('a'), 'q' as ParagraphId, null);
    const changes = differences(before, matrix);
    expect(changes.map(({ delegation, paragraph }) => [delegation, paragraph])).toEqual([
      [0, 1],
      [1, 0],
      [2, 0],
    ]);
    adjustCounts(counts, changes);
    expect(counts).toEqual(countColumns(matrix, columns));
  });

  it('U183: names stand in the order of the reader’s alphabet', () => {
    const names = (locale: string) =>
      inAlphabet(
        ['Zambia', 'Österreich', 'Oman', 'Estonia'].map((name) => ({ name })),
        locale,
      ).map(({ name }) => name);
    expect(names('en-GB')).toEqual(['Estonia', 'Oman', 'Österreich', 'Zambia']);
  });
});
