import { type Ties, tiesAt } from '../../../../shared/domain/alignment.ts';
import { type HeldPosition, indexHeld } from '../../../../shared/domain/held-position.ts';
import { buildMatrix, type PositionMatrix } from '../../../../shared/domain/position-matrix.ts';
import type { Alignment } from '../../../../shared/model/alignment.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { aligned, delegation } from '../../../shared/domain/position-sketch.ts';
import { at, group } from '../../../shared/domain/register-sketch.ts';

/** Three paragraphs; governments a, b and c, of which b and c are members of `south`; an organisation s. */
export const PARAGRAPHS = ['p', 'q', 'r'] as ParagraphId[];
export const DELEGATIONS = [
  delegation('a', 'government', 'african'),
  delegation('b', 'government', 'weog'),
  delegation('c', 'government'),
  delegation('s', 'civil-society'),
];
export const SOUTH = group('south', 'b', 'c');

export const ties = (...alignments: readonly Alignment[]): Ties => tiesAt([SOUTH], alignments, at(5));
export const exceptOn = (...except: readonly string[]): Alignment => aligned('b', 'south', 1, { except });

export const matrixOf = (held: readonly HeldPosition[], with_: Ties = ties()): PositionMatrix =>
  buildMatrix({ paragraphs: PARAGRAPHS, delegations: DELEGATIONS, held: indexHeld(held), ties: with_ });
