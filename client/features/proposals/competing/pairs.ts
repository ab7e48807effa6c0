import { type Collision, findCollisions, type Stretch } from '../../../../shared/amend/collisions.ts';
import { combine } from '../../../../shared/amend/combine.ts';
import { standingOf } from '../../../../shared/amend/standing.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Proposal, Wording } from '../../../../shared/model/proposal.ts';
import type { ShownChange } from '../amendment/shown-change.ts';

/** One change of a proposal on the paragraph that several are about. */
export interface Rival {
  readonly proposal: Proposal;
  readonly shown: ShownChange;
}

export interface Pair {
  readonly one: Rival;
  readonly other: Rival;
  readonly meeting: Collision['meeting'];
  /** Where they collide: stretches of the paragraph's plain text, in UTF-16 units; empty ones lie between words. */
  readonly overlaps: readonly Stretch[];
  /** How both together read, where they are wordings that combine. */
  readonly wording: readonly Wording[] | null;
}

/** Whether a change rewrites the paragraph and can be taken up as it stands. */
const rewrites = ({ shown }: Rival): boolean =>
  shown.change.act === 'replace' &&
  (shown.state === 'current' || shown.state === 'rebased') &&
  shown.now.length === 1;

/** How each two proposals on a paragraph meet, as the server would tell it. */
export function pairsOf(paragraph: LabelledParagraph, rivals: readonly Rival[]): readonly Pair[] {
  const contenders = rivals.map(({ proposal, shown }) => ({
    proposal: proposal.id,
    standing: standingOf(shown.change, [paragraph]),
  }));
  const find = ({ change }: Collision['one']): Rival | undefined =>
    rivals.find(({ shown }) => shown.change.id === change);
  return findCollisions(contenders).flatMap(({ one: first, other: second, meeting, overlaps }) => {
    const [one, other] = [find(first), find(second)];
    if (one === undefined || other === undefined) return [];
    const wording =
      meeting === 'combine' && rewrites(one) && rewrites(other)
        ? combine(paragraph, [one.shown.wording, other.shown.wording])
        : null;
    return [{ one, other, meeting, overlaps, wording }];
  });
}

/** All new wordings together, where three or more combine. */
export function together(paragraph: LabelledParagraph, rivals: readonly Rival[]): readonly Wording[] | null {
  const wordings = rivals.filter(rewrites).map(({ shown }) => shown.wording);
  return wordings.length < 3 ? null : combine(paragraph, wordings);
}

/** The stretches that any two proposals fight over, joined where they overlap, in order. */
export function contested(pairs: readonly Pair[]): readonly Stretch[] {
  const all = pairs
    .flatMap(({ overlaps }) => overlaps)
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
  const joined: Stretch[] = [];
  for (const stretch of all) {
    const last = joined.at(-1);
    if (last !== undefined && stretch.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
    else joined.push(stretch);
  }
  return joined;
}
