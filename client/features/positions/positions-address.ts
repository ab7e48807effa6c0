import { COLUMN_KINDS, type ColumnKind } from '../../../shared/domain/matrix-counts.ts';
import { CONSENSUS_ANSWERS, type ConsensusAnswer } from '../../../shared/domain/rough-consensus.ts';
import type { DocumentId, ParagraphId, VersionId } from '../../../shared/model/ids.ts';

/** What the page of positions shows. The first stands at the bare address. */
export const POSITION_VIEWS = [
  'matrix',
  'mine',
  'groups',
  'consensus',
  'contested',
  'pairs',
  'silent',
] as const;
export type PositionViewName = (typeof POSITION_VIEWS)[number];

/** Which of one's own positions are listed. */
export const OWN_FILTERS = ['all', 'not-taken', 'to-reconfirm', 'carried', 'objections'] as const;
export type OwnFilter = (typeof OWN_FILTERS)[number];

/** Whose consensus is looked for: governments, as usual, or everybody. */
export const FRAMES = ['government', 'everybody'] as const;
export type FrameName = (typeof FRAMES)[number];

/** A cell of the matrix: null stands for the head of its row or column. */
export interface CellAddress {
  readonly paragraph: ParagraphId | null;
  readonly column: string | null;
}

/** Everything that is seen, so that the address of the page shows it again. */
export interface PositionsAddress {
  readonly view: PositionViewName;
  /** Null: the latest. */
  readonly version: VersionId | null;
  readonly by: ColumnKind;
  /** The cell whose people are shown beside the matrix. */
  readonly cell: CellAddress | null;
  readonly frame: FrameName;
  /** Of the readings of rough consensus, those with this answer; null: all. */
  readonly answer: ConsensusAnswer | null;
  /** The heading of the section on which somebody is silent; null: the whole text. */
  readonly section: ParagraphId | null;
  readonly own: OwnFilter;
  /** One's group that is spoken for, or null for one's delegation. */
  readonly holder: string | null;
}

const oneOf = <T extends string, O>(values: readonly T[], value: string | null, otherwise: O): T | O =>
  values.find((known) => known === value) ?? otherwise;

const idIn = <Id extends string>(value: string | null): Id | null => (value ? (value as Id) : null);

/** Parts the two ids of a cell: ids hold no tilde. */
const BETWEEN = '~';

function readCell(value: string | null): CellAddress | null {
  if (value === null || !value.includes(BETWEEN)) return null;
  const [paragraph = '', column = ''] = value.split(BETWEEN);
  if (paragraph === '' && column === '') return null;
  return { paragraph: idIn(paragraph), column: column === '' ? null : column };
}

/** Reads path and query; what is absent or unknown is as at the bare address. */
export function readPositionsAddress(path: string, query: string): PositionsAddress {
  const asked = new URLSearchParams(query);
  const last = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return {
    view: oneOf(POSITION_VIEWS, last, 'matrix'),
    version: idIn(asked.get('version')),
    by: oneOf(COLUMN_KINDS, asked.get('by'), 'constituency'),
    cell: readCell(asked.get('cell')),
    frame: oneOf(FRAMES, asked.get('frame'), 'government'),
    answer: oneOf(CONSENSUS_ANSWERS, asked.get('answer'), null),
    section: idIn(asked.get('section')),
    own: oneOf(OWN_FILTERS, asked.get('show'), 'all'),
    holder: asked.get('for'),
  };
}

/** The address that shows it: what is as usual is left out. */
export function positionsAddress(document: DocumentId, wanted: Partial<PositionsAddress>): string {
  const { view = 'matrix', version, by, cell, frame, answer, section, own, holder } = wanted;
  const query = new URLSearchParams();
  const put = (name: string, value: string | null | undefined, usual?: string): void => {
    if (value !== null && value !== undefined && value !== usual) query.set(name, value);
  };
  put('version', version);
  put('by', by, 'constituency');
  put('cell', cell == null ? null : `${cell.paragraph ?? ''}${BETWEEN}${cell.column ?? ''}`);
  put('frame', frame, 'government');
  put('answer', answer);
  put('section', section);
  put('show', own, 'all');
  put('for', holder);
  const asked = query.toString();
  return `/d/${document}/positions${view === 'matrix' ? '' : `/${view}`}${asked === '' ? '' : `?${asked}`}`;
}
