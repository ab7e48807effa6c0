import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tiesAt } from '../../../shared/domain/alignment.ts';
import { effectivePosition } from '../../../shared/domain/effective-position.ts';
import { indexHeld, ownHeld } from '../../../shared/domain/held-position.ts';
import {
  adjustCounts,
  COLUMN_KINDS,
  columnsBy,
  countColumns,
  NO_REGION,
  peopleAt,
  tallyAt,
} from '../../../shared/domain/matrix-counts.ts';
import {
  buildMatrix,
  isThroughGroup,
  isToReconfirm,
  putPosition,
  standingOf,
} from '../../../shared/domain/position-matrix.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { STANDINGS } from '../../../shared/model/position.ts';
import { seeded } from '../../seeded.ts';
import { aligned, all, delegation, one, taken } from './position-sketch.ts';
import { at, group } from './register-sketch.ts';

const paragraphs = ['p', 'q', 'r'] as ParagraphId[];
const delegations = [
  delegation('a', 'government', 'african'),
  delegation('b', 'government', 'weog'),
  delegation('c', 'government'),
  delegation('s', 'civil-society'),
  delegation('team', null),
];
const ties = tiesAt(
  [group('north', 'a', 'b'), group('south', 'b', 'c')],
  [aligned('b', 'south', 1, { except: ['q'] })],
  at(5),
);
const build = (...held: ReturnType<typeof ownHeld>[]) =>
  buildMatrix({ paragraphs, delegations, held: indexHeld(held), ties });
const p = paragraphs[0] as ParagraphId;

describe('matrix of positions', () => {
  it('V20: a delegation of two groups is counted once in each and once in its region', () => {
    const matrix = build(
      ownHeld(taken(all('north'), 'p', 'support')),
      ownHeld(taken(all('south'), 'p', 'support')),
    );
    const byGroup = countColumns(matrix, columnsBy('group', matrix));
    expect(byGroup.columns.map(({ key }, c) => [key, tallyAt(byGroup, c, 0).support])).toEqual([
      ['north', 2],
      ['south', 2],
    ]);
    const constituencies = countColumns(matrix, columnsBy('constituency', matrix));
    expect(constituencies.columns.map(({ key }) => key)).toEqual(['government', 'civil-society']);
    expect(tallyAt(constituencies, 0, 0)).toMatchObject({ support: 3, notHeard: 0 });
    expect(tallyAt(constituencies, 1, 0)).toMatchObject({ support: 0, notHeard: 1 });
  });

  it('V20: facilitators take no position; governments without a region have a column', () => {
    const matrix = build();
    expect(matrix.delegations.map(({ id }) => id)).toEqual(['a', 'b', 'c', 's']);
    expect(columnsBy('region', matrix).map(({ key }) => key)).toEqual(['african', 'weog', NO_REGION]);
    expect(columnsBy('delegation', matrix)).toHaveLength(4);
  });

  it('V21: from a cell to the words and the people behind it', () => {
    const matrix = build(
      ownHeld(taken(all('north'), 'p', 'support')),
      ownHeld(taken(all('south'), 'p', 'oppose')),
      ownHeld(taken(one('a'), 'p', 'concern')),
    );
    const [column] = columnsBy('constituency', matrix);
    if (column === undefined) throw new Error('no column');
    expect(
      peopleAt(matrix, column, p).map(({ delegation: { id }, effective }) => [
        id,
        effective.through,
        effective.standing,
      ]),
    ).toEqual([
      ['a', 'itself', 'concern'],
      ['b', 'split', null],
      ['c', 'group', 'oppose'],
    ]);
  });

  it('V22: a changed row changes its cells alone and says which', () => {
    const matrix = build(ownHeld(taken(one('c'), 'p', 'support')));
    const changed = putPosition(matrix, all('south'), p, {
      ...ownHeld(taken(all('south'), 'p', 'oppose')),
      state: 'to-reconfirm',
      because: 'split',
    });
    expect(changed.map(({ delegation: k }) => delegations[k]?.id)).toEqual(['b']);
    const after = changed[0]?.after ?? 0;
    expect([standingOf(after), isThroughGroup(after), isToReconfirm(after)]).toEqual(['oppose', true, true]);
    expect(putPosition(matrix, one('nobody'), p, null)).toEqual([]);
    expect(putPosition(matrix, one('a'), 'nowhere' as ParagraphId, null)).toEqual([]);
  });

  it('V22: followed change by change it is the matrix made anew, in every view', () => {
    const holders = [one('a'), one('b'), one('c'), one('s'), all('north'), all('south')];
    const change = fc.tuple(fc.nat(5), fc.nat(2), fc.option(fc.constantFrom(...STANDINGS)), fc.boolean());
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const live = build();
        const views = COLUMN_KINDS.map((kind) => countColumns(live, columnsBy(kind, live)));
        for (const [h, k, standing, old] of changes) {
          const [holder, where] = [holders[h] ?? one('a'), paragraphs[k] as ParagraphId];
          const held = standing === null ? null : ownHeld(taken(holder, where, standing));
          const changed = putPosition(
            live,
            holder,
            where,
            held !== null && old ? { ...held, state: 'to-reconfirm', because: 'split' } : held,
          );
          for (const view of views) adjustCounts(view, changed);
        }
        const anew = buildMatrix({ paragraphs, delegations, held: live.held, ties });
        expect(live.cells).toEqual(anew.cells);
        for (const [k, kind] of COLUMN_KINDS.entries())
          expect(views[k]).toEqual(countColumns(anew, columnsBy(kind, anew)));
        for (const [d, { id }] of live.delegations.entries())
          for (const [k, where] of paragraphs.entries()) {
            const oracle = effectivePosition(id, where, live.held, ties);
            expect(standingOf(live.cells[d * paragraphs.length + k] ?? 0)).toBe(oracle.standing);
          }
      }),
      seeded(150),
    );
  });

  it('V20: the counts of a cell are its members, whatever they say', () => {
    const matrix = build(
      ownHeld(taken(all('north'), 'q', 'concern')),
      ownHeld(taken(one('s'), 'q', 'oppose')),
    );
    for (const kind of COLUMN_KINDS) {
      const counts = countColumns(matrix, columnsBy(kind, matrix));
      for (const [c, { members }] of counts.columns.entries())
        for (const k of paragraphs.keys()) {
          const { toReconfirm, ...parts } = tallyAt(counts, c, k);
          expect(Object.values(parts).reduce((sum, n) => sum + n, 0)).toBe(members.length);
          expect(toReconfirm).toBe(0);
        }
    }
  });
});
