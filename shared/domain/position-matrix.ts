import type { Holder } from '../model/holder.ts';
import { holderKey } from '../model/holder.ts';
import type { DelegationId, GroupId, ParagraphId } from '../model/ids.ts';
import type { Delegation } from '../model/participant.ts';
import { STANDINGS, type Standing } from '../model/position.ts';
import { atOnce, type Steps } from '../model/steps.ts';
import { spokenFor, type Ties } from './alignment.ts';
import {
  type EffectivePosition,
  effectiveFrom,
  type GroupVoice,
  needsReconfirming,
} from './effective-position.ts';
import type { HeldPosition, HeldPositions } from './held-position.ts';

/** Code of a cell: 0 nobody heard, 1–4 a standing in the order of `STANDINGS`, 5 split; flags are added to it. */
export const SPLIT = 5;
const KIND = 7;
const THROUGH_GROUP = 8;
const TO_RECONFIRM = 16;

/**
 * Paragraphs × delegations, one byte a cell, so that 193 × 300 opens and follows within a frame. It is made once and
 * then changed by `putPosition`; a delegation stands in it once, whoever else speaks for it (rules V5, V20).
 */
export interface PositionMatrix {
  readonly paragraphs: readonly ParagraphId[];
  /** All but the facilitators' own: they take no position. */
  readonly delegations: readonly Delegation[];
  readonly ties: Ties;
  /** `cells[delegation * paragraphs.length + paragraph]` */
  readonly cells: Uint8Array;
  readonly held: Map<string, Map<ParagraphId, HeldPosition>>;
  readonly paragraphAt: ReadonlyMap<ParagraphId, number>;
  readonly delegationAt: ReadonlyMap<DelegationId, number>;
}

export interface MatrixFacts {
  readonly paragraphs: readonly ParagraphId[];
  readonly delegations: readonly Delegation[];
  readonly held: HeldPositions;
  readonly ties: Ties;
}

/** A cell that changed, for everything that counts cells. */
export interface ChangedCell {
  readonly delegation: number;
  readonly paragraph: number;
  readonly before: number;
  readonly after: number;
}

export const buildMatrix = (facts: MatrixFacts): PositionMatrix => atOnce(buildMatrixSteps(facts));

/** Copies what is held in its first step; then a delegation a step. */
export function* buildMatrixSteps({
  paragraphs,
  delegations,
  held,
  ties,
}: MatrixFacts): Steps<PositionMatrix> {
  const seated = delegations.filter(({ constituency }) => constituency !== null);
  const matrix: PositionMatrix = {
    paragraphs,
    delegations: seated,
    ties,
    cells: new Uint8Array(paragraphs.length * seated.length),
    held: new Map([...held].map(([key, row]) => [key, new Map(row)])),
    paragraphAt: new Map(paragraphs.map((id, k) => [id, k])),
    delegationAt: new Map(seated.map(({ id }, k) => [id, k])),
  };
  for (const [k, { id }] of seated.entries()) {
    const at = k * paragraphs.length;
    const read = readerOf(matrix, id);
    for (const [p, paragraph] of paragraphs.entries()) matrix.cells[at + p] = codeOf(read(paragraph));
    yield;
  }
  return matrix;
}

/** Reads one delegation's row, with what it depends on looked up once. */
function readerOf(matrix: PositionMatrix, delegation: DelegationId): (id: ParagraphId) => EffectivePosition {
  const own = matrix.held.get(holderKey({ noun: 'delegation', id: delegation }));
  const groups = (matrix.ties.get(delegation) ?? []).map(({ group, except }) => ({
    group,
    except,
    said: matrix.held.get(holderKey({ noun: 'group', id: group })),
  }));
  return (paragraph) => {
    const mine = own?.get(paragraph);
    if (mine !== undefined) return effectiveFrom(mine, []);
    const voices: GroupVoice[] = [];
    for (const { group, except, said } of groups) {
      const held = said?.get(paragraph);
      if (held !== undefined && !except.has(paragraph)) voices.push({ group, held });
    }
    return effectiveFrom(null, voices);
  };
}

function codeOf(effective: EffectivePosition): number {
  const { through, standing } = effective;
  if (through === 'nobody') return 0;
  const kind = standing === null ? SPLIT : STANDINGS.indexOf(standing) + 1;
  const flags =
    (through === 'itself' ? 0 : THROUGH_GROUP) | (needsReconfirming(effective) ? TO_RECONFIRM : 0);
  return kind | flags;
}

/**
 * Puts one changed position into the matrix (null: taken back, or gone with a version): the cells of its delegation,
 * or of everybody its group speaks for there. Answers the cells that changed.
 */
export function putPosition(
  matrix: PositionMatrix,
  holder: Holder,
  paragraph: ParagraphId,
  held: HeldPosition | null,
): ChangedCell[] {
  const key = holderKey(holder);
  const row = matrix.held.get(key) ?? new Map<ParagraphId, HeldPosition>();
  matrix.held.set(key, row);
  if (held === null) row.delete(paragraph);
  else row.set(paragraph, held);
  const p = matrix.paragraphAt.get(paragraph);
  if (p === undefined) return [];
  return concerned(matrix, holder, paragraph).flatMap((id): ChangedCell[] => {
    const delegation = matrix.delegationAt.get(id);
    if (delegation === undefined) return [];
    const at = delegation * matrix.paragraphs.length + p;
    const before = matrix.cells[at] ?? 0;
    const after = codeOf(readerOf(matrix, id)(paragraph));
    matrix.cells[at] = after;
    return before === after ? [] : [{ delegation, paragraph: p, before, after }];
  });
}

const concerned = (
  matrix: PositionMatrix,
  holder: Holder,
  paragraph: ParagraphId,
): readonly DelegationId[] =>
  holder.noun === 'delegation' ? [holder.id] : spokenFor(matrix.ties, holder.id as GroupId, paragraph);

/** A cell in full: the words and the people behind it. */
export const effectiveAt = (
  matrix: PositionMatrix,
  delegation: DelegationId,
  paragraph: ParagraphId,
): EffectivePosition => readerOf(matrix, delegation)(paragraph);

/** A cell's code without flags: 0, 1–4 or `SPLIT`. */
export const kindOf = (cell: number): number => cell & KIND;
/** The standing of a cell, or null where nobody was heard or groups differ. */
export const standingOf = (cell: number): Standing | null => STANDINGS[(cell & KIND) - 1] ?? null;
export const isToReconfirm = (cell: number): boolean => (cell & TO_RECONFIRM) !== 0;
export const isThroughGroup = (cell: number): boolean => (cell & THROUGH_GROUP) !== 0;
