import { describe, expect, it } from 'vitest';
import type { NamedColumn } from '../../../../client/features/positions/matrix-columns.ts';
import { matrixCsv } from '../../../../client/features/positions/matrix-csv.ts';
import type { ShownRows } from '../../../../client/features/positions/shown-rows.ts';
import { ownHeld } from '../../../../shared/domain/held-position.ts';
import { type ColumnKind, columnsBy, countColumns } from '../../../../shared/domain/matrix-counts.ts';
import { standingOf } from '../../../../shared/domain/position-matrix.ts';
import { all, one, paragraph, taken } from '../../../shared/domain/position-sketch.ts';
import { matrixOf, PARAGRAPHS } from './matrix-sketch.ts';

const matrix = matrixOf([
  ownHeld(taken(all('south'), 'p', 'oppose')),
  ownHeld(taken(one('a'), 'q', 'support')),
]);
const WHOLE: ShownRows = { first: 0, count: PARAGRAPHS.length };
const csv = (kind: ColumnKind, name = (key: string) => key, shown = WHOLE): string => {
  const columns = columnsBy(kind, matrix).map(
    (column): NamedColumn => ({ ...column, name: name(column.key) }),
  );
  return matrixCsv(
    {
      paragraphs: PARAGRAPHS.map((id) => paragraph(id, `Words of "${id}"`)),
      names: ['1', '2', '3'],
      shown,
      columns,
      matrix,
      counts: countColumns(matrix, columns),
      single: kind === 'delegation',
    },
    {
      label: 'Paragraph',
      text: 'Text',
      column: (column, figure) => `${column}: ${figure}`,
      cell: (cell) => standingOf(cell) ?? '',
    },
  );
};

describe('the matrix as a file', () => {
  it('U185: by delegation a standing a cell, behind a byte order mark', () => {
    expect(csv('delegation').split('\r\n').slice(0, 3)).toEqual([
      '\uFEFF"Paragraph","Text","a","b","c","s"',
      '"1","Words of ""p""","","oppose","oppose",""',
      '"2","Words of ""q""","support","","",""',
    ]);
  });

  it('U185: by constituency every number of a cell, as the cell shows it', () => {
    const [head = '', first = ''] = csv('constituency').split('\r\n');
    expect(head.split(',').slice(2, 9)).toEqual(
      ['support', 'can-live-with', 'concern', 'oppose', 'split', 'not-heard', 'to-reconfirm'].map(
        (figure) => `"government: ${figure}"`,
      ),
    );
    expect(first.split(',').slice(2, 9)).toEqual(['"0"', '"0"', '"0"', '"2"', '"0"', '"1"', '"0"']);
  });

  it('U254: of one section its rows, each with its own standings', () => {
    const rows = csv('delegation', (key) => key, { first: 1, count: 1 })
      .trimEnd()
      .split('\r\n');
    expect(rows.slice(1)).toEqual(['"2","Words of ""q""","support","","",""']);
    const [, counted = ''] = csv('constituency', (key) => key, { first: 1, count: 1 }).split('\r\n');
    expect(counted.split(',').slice(2, 4)).toEqual(['"1"', '"0"']);
  });

  it('U185: no name can be taken for a formula', () => {
    expect(csv('delegation', (key) => `=SUM(${key})`).split('\r\n')[0]).toContain(`"'=SUM(a)"`);
  });
});
