import { describe, expect, it } from 'vitest';
import { behindCell } from '../../../../client/features/positions/behind-cell.ts';
import { tallyOf } from '../../../../client/features/positions/tally-of.ts';
import { ownHeld } from '../../../../shared/domain/held-position.ts';
import { columnsBy, countColumns, peopleAt, tallyAt } from '../../../../shared/domain/matrix-counts.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { all, one, taken } from '../../../shared/domain/position-sketch.ts';
import { exceptOn, matrixOf, ties } from './matrix-sketch.ts';

const p = 'p' as ParagraphId;
const column = (matrix: ReturnType<typeof matrixOf>) => columnsBy('constituency', matrix)[0];
const behind = (matrix: ReturnType<typeof matrixOf>) => {
  const first = column(matrix);
  if (first === undefined) throw new Error('no column');
  return peopleAt(matrix, first, p);
};

describe('who is behind a cell', () => {
  it('U183: what a group says stands there once, with everybody it speaks for; objections come first', () => {
    const matrix = matrixOf([
      ownHeld(taken(all('south'), 'p', 'oppose')),
      ownHeld(taken(one('a'), 'p', 'support')),
    ]);
    const { standings, split, notHeard } = behindCell(behind(matrix));
    expect(standings.map(({ standing, count }) => [standing, count])).toEqual([
      ['oppose', 2],
      ['support', 1],
    ]);
    const [group, own] = standings.map(({ voices }) => voices[0]);
    expect([group?.own, group?.delegations.map(({ id }) => id)]).toEqual([false, ['b', 'c']]);
    expect([own?.own, own?.delegations.map(({ id }) => id)]).toEqual([true, ['a']]);
    expect([split, notHeard]).toEqual([[], []]);
  });

  it('U183: whoever excepted the paragraph is not heard through the group, and is named', () => {
    const matrix = matrixOf([ownHeld(taken(all('south'), 'p', 'oppose'))], ties(exceptOn('p')));
    const { standings, notHeard } = behindCell(behind(matrix));
    expect(standings[0]?.voices[0]?.delegations.map(({ id }) => id)).toEqual(['c']);
    expect(notHeard.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('U183: the panel counts what the cell counts', () => {
    const matrix = matrixOf([
      { ...ownHeld(taken(all('south'), 'p', 'concern')), state: 'to-reconfirm', because: 'split' },
      ownHeld(taken(one('b'), 'p', 'can-live-with')),
    ]);
    const counts = countColumns(matrix, columnsBy('constituency', matrix));
    expect(tallyOf(behind(matrix))).toEqual(tallyAt(counts, 0, 0));
  });
});
