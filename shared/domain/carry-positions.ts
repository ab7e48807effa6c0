import type { ComparisonRow } from '../compare/comparison.ts';
import { holderKey } from '../model/holder.ts';
import type { ParagraphId, VersionId } from '../model/ids.ts';
import type { Position } from '../model/position.ts';
import { unreachable } from '../model/result.ts';
import { atOnce, type Steps } from '../model/steps.ts';
import {
  type HeldPosition,
  type HeldPositions,
  isTaken,
  ownHeld,
  rankOf,
  type TakenPosition,
  type WhyReconfirm,
} from './held-position.ts';

/** What carrying looks at of a row of a comparison. */
export type CarryingRow = Pick<ComparisonRow, 'kind' | 'paragraphs'>;

/** A version, with its comparison to the one before it; empty for the first. */
export interface CarryingStep {
  readonly version: VersionId;
  readonly rows: readonly CarryingRow[];
}

export interface CarriedPositions {
  readonly held: HeldPositions;
  /** Positions whose paragraph was removed at that version. Their rows stay where they were taken. */
  readonly dropped: readonly { readonly position: TakenPosition; readonly at: VersionId }[];
}

/** Positions put in place in one step: a fraction of a millisecond. */
const AT_ONCE = 500;

interface Target {
  readonly paragraphs: readonly ParagraphId[];
  readonly because: WhyReconfirm | null;
}

/**
 * Where everybody stands in the last of `steps`, which are all versions up to it in their order (rules V10–V14).
 * `positions` are the newest revisions, on any version. The same words carry a position, other words ask for it again.
 */
export const carryPositions = (
  positions: readonly Position[],
  steps: readonly CarryingStep[],
): CarriedPositions => atOnce(carryPositionsSteps(positions, steps));

/** Positions taken and a holder's row carried: a step each. */
export function* carryPositionsSteps(
  positions: readonly Position[],
  steps: readonly CarryingStep[],
): Steps<CarriedPositions> {
  const taken = new Map(steps.map(({ version }): [VersionId, Position[]] => [version, []]));
  for (const position of positions) taken.get(position.version)?.push(position);
  const dropped: CarriedPositions['dropped'][number][] = [];
  let held: Held = new Map();
  for (const { version, rows } of steps) {
    const targets = targetsOf(rows);
    const next: Held = new Map();
    for (const [key, before] of held) {
      const row = new Map<ParagraphId, HeldPosition>();
      next.set(key, row);
      for (const one of before.values()) {
        const target = targets.get(one.paragraph);
        if (target === undefined) dropped.push({ position: one.position, at: version });
        else for (const paragraph of target.paragraphs) arrive(row, one, paragraph, target.because);
      }
      yield;
    }
    for (const [k, position] of (taken.get(version) ?? []).entries()) {
      if (k % AT_ONCE === 0) yield;
      const key = holderKey(position.holder);
      const row = next.get(key) ?? new Map<ParagraphId, HeldPosition>();
      next.set(key, row);
      if (isTaken(position)) row.set(position.paragraph, ownHeld(position));
      else row.delete(position.paragraph);
    }
    held = next;
  }
  return { held, dropped };
}

type Held = Map<string, Map<ParagraphId, HeldPosition>>;

/** What was to be confirmed once stays so, even if the words come back: only its holder can tell. */
function arrive(
  row: Map<ParagraphId, HeldPosition>,
  one: HeldPosition,
  paragraph: ParagraphId,
  because: WhyReconfirm | null,
): void {
  const why = because ?? one.because;
  const state = why === null ? 'carried' : 'to-reconfirm';
  const there = row.get(paragraph);
  if (there === undefined && one.state === state && one.paragraph === paragraph) {
    row.set(paragraph, one);
    return;
  }
  const all = [
    one.position,
    ...one.others,
    ...(there === undefined ? [] : [there.position, ...there.others]),
  ];
  // The least in favour speaks: a merger must not make an objection vanish.
  const [position, ...others] = all.sort((a, b) => rankOf(b.standing) - rankOf(a.standing));
  if (position === undefined) throw new Error('a held position has a row');
  row.set(paragraph, { position, paragraph, state, because: why, others });
}

function targetsOf(rows: readonly CarryingRow[]): ReadonlyMap<ParagraphId, Target> {
  const targets = new Map<ParagraphId, Target>();
  for (const { kind, paragraphs } of rows) {
    const to = paragraphs.to.filter((id) => id !== null) as ParagraphId[];
    if (to.length === 0) continue;
    for (const from of paragraphs.from)
      if (from !== null) targets.set(from as ParagraphId, { paragraphs: to, because: whyOf(kind) });
  }
  return targets;
}

function whyOf(kind: CarryingRow['kind']): WhyReconfirm | null {
  switch (kind) {
    case 'same':
    case 'added':
    case 'removed':
      return null;
    case 'changed':
      return 'words-changed';
    case 'split':
    case 'merged':
      return kind;
    default:
      return unreachable(kind);
  }
}
