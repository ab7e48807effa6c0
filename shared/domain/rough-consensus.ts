import type { Holder } from '../model/holder.ts';
import type { DelegationId, GroupId, ParagraphId } from '../model/ids.ts';
import type { Constituency, Delegation } from '../model/participant.ts';
import type { Standing } from '../model/position.ts';
import { atOnce, mapInSteps, type Steps } from '../model/steps.ts';
import { type HeldPosition, isObjection } from './held-position.ts';
import { NO_REGION } from './matrix-counts.ts';
import {
  effectiveAt,
  isThroughGroup,
  isToReconfirm,
  kindOf,
  type PositionMatrix,
  SPLIT,
  standingOf,
} from './position-matrix.ts';

/**
 * Where rough consensus could be: a reading for the facilitators, never a decision (docs/spec.md, V30–V36). After
 * RFC 7282: an objection is an issue to be addressed, by whomever and however few; nobody is outvoted. Who has not
 * been heard is shown, not guessed.
 */
export const CONSENSUS_ANSWERS = ['no-objections-heard', 'objections-remain', 'not-enough-heard'] as const;
export type ConsensusAnswer = (typeof CONSENSUS_ANSWERS)[number];

/** The plain sentence that goes with an answer: a key of the message catalogue. */
export type ConsensusSentence =
  | 'nobody-objects'
  | 'opposition-remains'
  | 'concerns-remain'
  | 'nobody-heard'
  | 'too-few-heard'
  | 'whole-groups-not-heard';

/** An objection, once, with whom it speaks for: one for a delegation, those who have no word of their own for a group. */
export interface RemainingObjection {
  readonly holder: Holder;
  readonly standing: Standing;
  readonly held: HeldPosition;
  readonly delegations: readonly DelegationId[];
}

/** Delegations of the frame. All but `toReconfirm` sum up to `asked`. */
export interface HeardNumbers {
  readonly asked: number;
  /** Said it of these words, or object to words before them. */
  readonly heard: number;
  readonly support: number;
  readonly canLiveWith: number;
  readonly concern: number;
  readonly oppose: number;
  readonly split: number;
  /** Were not against earlier words; of these they have said nothing. */
  readonly toReconfirm: number;
  readonly notHeard: number;
}

export interface ConsensusReading {
  readonly paragraph: ParagraphId;
  readonly answer: ConsensusAnswer;
  readonly sentence: ConsensusSentence;
  readonly numbers: HeardNumbers;
  readonly objections: readonly RemainingObjection[];
  /** Objections of those outside the frame: shown beside it, they do not change the answer. */
  readonly outside: readonly RemainingObjection[];
  /** Regional groups (of governments) and constituencies of which nobody was heard. */
  readonly silent: readonly string[];
}

/** Whose consensus is asked for. The usual frame is governments; null is everybody. */
export type Frame = readonly Constituency[] | null;

export const isIn = (frame: Frame, { constituency }: Delegation): boolean =>
  constituency !== null && (frame === null || frame.includes(constituency));

/**
 * More than half must have been heard before the absence of objections means anything. The share is that of the
 * quorum for decisions in the General Assembly (rules of procedure, rule 67: a majority of the members present).
 */
export const isEnough = (heard: number, asked: number): boolean => 2 * heard > asked;

/** A unit that must not be wholly silent: a government's regional group, anybody else's constituency. */
const unitOf = ({ constituency, region }: Delegation): string =>
  constituency === 'government' ? (region ?? NO_REGION) : (constituency ?? '');

export const readConsensus = (matrix: PositionMatrix, frame: Frame): ConsensusReading[] =>
  atOnce(readConsensusSteps(matrix, frame));

/** A paragraph a step. */
export const readConsensusSteps = (matrix: PositionMatrix, frame: Frame): Steps<ConsensusReading[]> =>
  mapInSteps(matrix.paragraphs, (paragraph, p) => readParagraph(matrix, paragraph, p, frame));

function readParagraph(
  matrix: PositionMatrix,
  paragraph: ParagraphId,
  p: number,
  frame: Frame,
): ConsensusReading {
  const { numbers, silent } = hear(matrix, p, frame);
  const every = objectionsTo(matrix, paragraph);
  const inside = ({ delegations }: RemainingObjection): boolean =>
    // A group of which nobody is here still objects: it is not put aside.
    delegations.length === 0 || delegations.some((id) => isFramed(matrix, id, frame));
  const objections = every.filter(inside);
  const outside = every.filter((objection) => !inside(objection));
  const [answer, sentence] = judge(objections, numbers, silent);
  return { paragraph, answer, sentence, numbers, objections, outside, silent };
}

function isFramed(matrix: PositionMatrix, id: DelegationId, frame: Frame): boolean {
  const delegation = matrix.delegations[matrix.delegationAt.get(id) ?? -1];
  return delegation !== undefined && isIn(frame, delegation);
}

function judge(
  objections: readonly RemainingObjection[],
  { asked, heard }: HeardNumbers,
  silent: readonly string[],
): readonly [ConsensusAnswer, ConsensusSentence] {
  if (objections.some(({ standing }) => standing === 'oppose'))
    return ['objections-remain', 'opposition-remains'];
  if (objections.length > 0) return ['objections-remain', 'concerns-remain'];
  if (heard === 0) return ['not-enough-heard', 'nobody-heard'];
  if (!isEnough(heard, asked)) return ['not-enough-heard', 'too-few-heard'];
  if (silent.length > 0) return ['not-enough-heard', 'whole-groups-not-heard'];
  return ['no-objections-heard', 'nobody-objects'];
}

function hear(
  { delegations, cells, paragraphs }: PositionMatrix,
  p: number,
  frame: Frame,
): { readonly numbers: HeardNumbers; readonly silent: readonly string[] } {
  const count = { support: 0, 'can-live-with': 0, concern: 0, oppose: 0, split: 0, old: 0, none: 0 };
  const units = new Map<string, boolean>();
  for (const [d, delegation] of delegations.entries()) {
    if (!isIn(frame, delegation)) continue;
    const cell = cells[d * paragraphs.length + p] ?? 0;
    const standing = standingOf(cell);
    const old = standing !== null && !isObjection(standing) && isToReconfirm(cell);
    const heard = standing !== null && !old;
    count[heard ? standing : old ? 'old' : kindOf(cell) === SPLIT ? 'split' : 'none']++;
    const unit = unitOf(delegation);
    units.set(unit, heard || units.get(unit) === true);
  }
  const { support, 'can-live-with': canLiveWith, concern, oppose, split, old, none } = count;
  const heard = support + canLiveWith + concern + oppose;
  const asked = heard + split + old + none;
  return {
    numbers: { asked, heard, support, canLiveWith, concern, oppose, split, toReconfirm: old, notHeard: none },
    silent: [...units].filter(([, spoke]) => !spoke).map(([unit]) => unit),
  };
}

/** Every holder that objects to a paragraph, opposition first. */
export function objectionsTo(matrix: PositionMatrix, paragraph: ParagraphId): RemainingObjection[] {
  const found: RemainingObjection[] = [];
  for (const row of matrix.held.values()) {
    const held = row.get(paragraph);
    if (held === undefined || !isObjection(held.position.standing)) continue;
    const { holder, standing } = held.position;
    const delegations = holder.noun === 'delegation' ? [holder.id] : behind(matrix, holder.id, paragraph);
    found.push({ holder, standing, held, delegations });
  }
  return found.sort((a, b) => Number(b.standing === 'oppose') - Number(a.standing === 'oppose'));
}

/** The delegations of the matrix that a group's word stands for here. */
const behind = (matrix: PositionMatrix, group: GroupId, paragraph: ParagraphId): DelegationId[] =>
  matrix.delegations.flatMap(({ id }, d) => {
    const at = d * matrix.paragraphs.length + (matrix.paragraphAt.get(paragraph) ?? -1);
    if (
      !isThroughGroup(matrix.cells[at] ?? 0) ||
      matrix.ties.get(id)?.some((tie) => tie.group === group) !== true
    )
      return [];
    const effective = effectiveAt(matrix, id, paragraph);
    const speaks = effective.through === 'group' || effective.through === 'split';
    return speaks && effective.voices.some((voice) => voice.group === group) ? [id] : [];
  });
