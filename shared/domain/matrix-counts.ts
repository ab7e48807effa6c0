import type { ParagraphId } from '../model/ids.ts';
import type { Delegation } from '../model/participant.ts';
import { CONSTITUENCIES, REGIONS } from '../model/participant.ts';
import { type EffectivePosition, needsReconfirming } from './effective-position.ts';
import {
  type ChangedCell,
  effectiveAt,
  isToReconfirm,
  kindOf,
  type PositionMatrix,
} from './position-matrix.ts';

export const COLUMN_KINDS = ['constituency', 'region', 'group', 'delegation'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** A column of the matrix: delegations counted together. `key` is a constituency, a region, or an id. */
export interface MatrixColumn {
  readonly key: string;
  /** Indexes into the matrix's delegations. */
  readonly members: readonly number[];
}

/** Governments without a regional group have a column of their own: nobody is left out of a view of governments. */
export const NO_REGION = 'no-region';

/** How many delegations of a column stand where on a paragraph. They sum up to its members. */
export interface Tally {
  readonly support: number;
  readonly 'can-live-with': number;
  readonly concern: number;
  readonly oppose: number;
  readonly split: number;
  readonly notHeard: number;
  /** Of those heard: how many said it of other words. */
  readonly toReconfirm: number;
}

/** Counts by column and paragraph, kept beside a matrix. */
export interface ColumnCounts {
  readonly columns: readonly MatrixColumn[];
  readonly paragraphs: number;
  readonly numbers: Int32Array;
  /** Delegation → the columns it stands in: several groups, but once in each. */
  readonly columnsOf: readonly (readonly number[])[];
}

/** Not heard, four standings, split; then to reconfirm. */
const FIELDS = 7;
const RECONFIRM = 6;

/** The columns of a view. Only governments have regions; columns without a delegation are left out. */
export function columnsBy(kind: ColumnKind, { delegations, ties }: PositionMatrix): MatrixColumn[] {
  const members = (belongs: (delegation: Delegation) => boolean): number[] =>
    delegations.flatMap((delegation, k) => (belongs(delegation) ? [k] : []));
  const column = (key: string, belongs: (delegation: Delegation) => boolean): MatrixColumn[] => {
    const found = members(belongs);
    return found.length === 0 ? [] : [{ key, members: found }];
  };
  switch (kind) {
    case 'constituency':
      return CONSTITUENCIES.flatMap((key) => column(key, ({ constituency }) => constituency === key));
    case 'region':
      return [...REGIONS, null].flatMap((key) =>
        column(key ?? NO_REGION, (one) => one.constituency === 'government' && one.region === key),
      );
    case 'group': {
      const groups = new Set([...ties.values()].flatMap((list) => list.map(({ group }) => group)));
      return [...groups].flatMap((key) =>
        column(key, ({ id }) => ties.get(id)?.some(({ group }) => group === key) === true),
      );
    }
    default:
      return delegations.map(({ id }, k) => ({ key: id, members: [k] }));
  }
}

export function countColumns(matrix: PositionMatrix, columns: readonly MatrixColumn[]): ColumnCounts {
  const paragraphs = matrix.paragraphs.length;
  const numbers = new Int32Array(columns.length * paragraphs * FIELDS);
  const columnsOf: number[][] = matrix.delegations.map(() => []);
  for (const [c, { members }] of columns.entries())
    for (const member of members) {
      columnsOf[member]?.push(c);
      for (let p = 0; p < paragraphs; p++)
        add(numbers, (c * paragraphs + p) * FIELDS, matrix.cells[member * paragraphs + p] ?? 0, 1);
    }
  return { columns, paragraphs, numbers, columnsOf };
}

function add(numbers: Int32Array, at: number, cell: number, by: 1 | -1): void {
  const field = at + kindOf(cell);
  numbers[field] = (numbers[field] ?? 0) + by;
  if (isToReconfirm(cell)) numbers[at + RECONFIRM] = (numbers[at + RECONFIRM] ?? 0) + by;
}

/** Brings counts up to date with cells that changed. */
export function adjustCounts(counts: ColumnCounts, changed: readonly ChangedCell[]): void {
  for (const { delegation, paragraph, before, after } of changed)
    for (const column of counts.columnsOf[delegation] ?? []) {
      const at = (column * counts.paragraphs + paragraph) * FIELDS;
      add(counts.numbers, at, before, -1);
      add(counts.numbers, at, after, 1);
    }
}

/** One cell of a view. `column` and `paragraph` are indexes. */
export function tallyAt(counts: ColumnCounts, column: number, paragraph: number): Tally {
  const at = (column * counts.paragraphs + paragraph) * FIELDS;
  const number = (field: number): number => counts.numbers[at + field] ?? 0;
  return {
    notHeard: number(0),
    support: number(1),
    'can-live-with': number(2),
    concern: number(3),
    oppose: number(4),
    split: number(5),
    toReconfirm: number(RECONFIRM),
  };
}

/** The delegations behind a cell of a view, each with its standing and through whom. */
export const peopleAt = (
  matrix: PositionMatrix,
  { members }: MatrixColumn,
  paragraph: ParagraphId,
): { delegation: Delegation; effective: EffectivePosition; toReconfirm: boolean }[] =>
  members.flatMap((member) => {
    const delegation = matrix.delegations[member];
    if (delegation === undefined) return [];
    const effective = effectiveAt(matrix, delegation.id, paragraph);
    return [{ delegation, effective, toReconfirm: needsReconfirming(effective) }];
  });
