import { describe, expect, it } from 'vitest';
import { holderAsked, holdersFor } from '../../../../client/features/positions/may-speak.ts';
import { fitsFilter, ownRows } from '../../../../client/features/positions/own-rows.ts';
import { OWN_FILTERS } from '../../../../client/features/positions/positions-address.ts';
import { ownHeld } from '../../../../shared/domain/held-position.ts';
import type { DelegationId } from '../../../../shared/model/ids.ts';
import { one, paragraph, taken } from '../../../shared/domain/position-sketch.ts';
import { at } from '../../../shared/domain/register-sketch.ts';
import { matrixOf, SOUTH } from './matrix-sketch.ts';

const matrix = matrixOf([
  ownHeld(taken(one('a'), 'p', 'concern')),
  { ...ownHeld(taken(one('a'), 'q', 'support')), state: 'to-reconfirm', because: 'words-changed' },
]);
const rows = ownRows(
  {
    matrix,
    paragraphs: [
      paragraph('h', 'A heading', { kind: 'heading', level: 1 }),
      paragraph('p', 'One'),
      paragraph('q', 'Two'),
      paragraph('r', 'Three'),
    ],
  },
  one('a'),
);

describe("one's own positions", () => {
  it('U184: every paragraph stands there, a heading only where something is held on it', () => {
    expect(rows.map(({ paragraph: { id } }) => id)).toEqual(['p', 'q', 'r']);
  });

  it('U184: filters find what is lacking, what waits and what objects', () => {
    const found = OWN_FILTERS.map((filter) => [
      filter,
      rows.filter((row) => fitsFilter(row, filter)).map(({ paragraph: { id } }) => id),
    ]);
    expect(Object.fromEntries(found)).toEqual({
      all: ['p', 'q', 'r'],
      'not-taken': ['r'],
      'to-reconfirm': ['q'],
      carried: [],
      objections: ['p'],
    });
  });

  it('U184: one speaks for one’s delegation, and for groups one may speak for', () => {
    const keys = (id: string) => holdersFor(id as DelegationId, [SOUTH], at(3)).map((holder) => holder.id);
    expect([keys('a'), keys('b')]).toEqual([['a'], ['b', 'south']]);
    expect(holderAsked(holdersFor('b' as DelegationId, [SOUTH], at(3)), 'group.south')?.id).toBe('south');
    expect(holderAsked(holdersFor('a' as DelegationId, [SOUTH], at(3)), 'group.south')?.id).toBe('a');
  });
});
