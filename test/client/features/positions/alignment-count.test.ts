import { describe, expect, it } from 'vitest';
import { countAlignment } from '../../../../client/features/positions/alignment-count.ts';
import { ownHeld } from '../../../../shared/domain/held-position.ts';
import type { DelegationId, GroupId, ParagraphId } from '../../../../shared/model/ids.ts';
import { all, one, paragraph, taken } from '../../../shared/domain/position-sketch.ts';
import { matrixOf } from './matrix-sketch.ts';

const matrix = matrixOf([
  ...['p', 'q', 'r'].map((id) => ownHeld(taken(all('south'), id, 'support'))),
  ownHeld(taken(one('b'), 'q', 'oppose')),
]);
const paragraphs = [
  paragraph('p', 'One'),
  paragraph('q', 'Two'),
  paragraph('r', 'Half of one', { from: ['p' as ParagraphId] }),
];
const count = (...except: string[]) =>
  countAlignment(matrix, paragraphs, 'b' as DelegationId, 'south' as GroupId, except as ParagraphId[]);

describe('what follows from aligning', () => {
  it("U186: a group's word counts where the delegation has none of its own", () => {
    expect(count()).toEqual({ said: 3, own: 1, except: 0, counts: 2 });
  });

  it('U186: neither on excepted paragraphs nor on what came of them', () => {
    expect(count('p')).toEqual({ said: 3, own: 1, except: 2, counts: 0 });
  });

  it('U186: a paragraph that is excepted and has an own position is counted once', () => {
    expect(count('q')).toEqual({ said: 3, own: 1, except: 0, counts: 2 });
  });
});
