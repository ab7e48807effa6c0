import type { ChangeId, ParagraphId, ProposalId } from '../model/ids.ts';
import type { ChangeAct } from '../model/proposal.ts';
import { atOnce, type Steps } from '../model/steps.ts';
import { combine } from './combine.ts';
import { mergeEdits } from './merge.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { ChangeStanding } from './standing.ts';

/** A change of a proposal as it stands in the text. */
export interface Contender {
  readonly proposal: ProposalId;
  readonly standing: ChangeStanding;
}

/** How two proposals on one paragraph stand to each other. */
export const MEETINGS = ['same', 'combine', 'collide'] as const;
export type Meeting = (typeof MEETINGS)[number];

/** Characters (UTF-16 units) of the paragraph as it stands that both would change, each to other words. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Collision {
  readonly paragraph: ParagraphId;
  readonly one: { readonly proposal: ProposalId; readonly change: ChangeId };
  readonly other: { readonly proposal: ProposalId; readonly change: ChangeId };
  readonly meeting: Meeting;
  /** Only where wordings collide; empty where the acts do, such as deleting what another rewrites. */
  readonly overlaps: readonly Stretch[];
}

/** Every pair of changes of different proposals that stand on one paragraph and can be taken up as they are. */
export const findCollisions = (contenders: readonly Contender[]): Collision[] =>
  atOnce(findCollisionsSteps(contenders));

/** A pair a step. */
export function* findCollisionsSteps(contenders: readonly Contender[]): Steps<Collision[]> {
  const byParagraph = new Map<ParagraphId, Contender[]>();
  for (const contender of contenders) {
    const { state, now } = contender.standing;
    if (state !== 'current' && state !== 'rebased') continue;
    for (const { id } of now) byParagraph.set(id, [...(byParagraph.get(id) ?? []), contender]);
  }
  const found: Collision[] = [];
  for (const [paragraph, here] of byParagraph)
    for (const [at, one] of here.entries())
      for (const other of here.slice(at + 1)) {
        if (other.proposal === one.proposal) continue;
        found.push({
          paragraph,
          one: { proposal: one.proposal, change: one.standing.change },
          other: { proposal: other.proposal, change: other.standing.change },
          ...meet(paragraph, one.standing, other.standing),
        });
        yield;
      }
  return found;
}

const of = (meeting: Meeting, overlaps: readonly Stretch[] = []) => ({ meeting, overlaps });

function meet(
  paragraph: ParagraphId,
  a: ChangeStanding,
  b: ChangeStanding,
): Pick<Collision, 'meeting' | 'overlaps'> {
  if (a.act === 'insert-after' || b.act === 'insert-after')
    return of(
      a.act === b.act && JSON.stringify(a.wording) === JSON.stringify(b.wording) ? 'same' : 'combine',
    );
  if (a.act === 'replace' && b.act === 'replace') return wordingsMeet(paragraph, a, b);
  if (a.act === b.act) return of(a.act !== 'move' || a.after === b.after ? 'same' : 'collide');
  return of(
    holdsWords(a.act) && holdsWords(b.act) ? 'collide' : holdsPlace(a.act, b.act) ? 'collide' : 'combine',
  );
}

const holdsWords = (act: ChangeAct): boolean => act === 'replace' || act === 'delete' || act === 'keep';
const holdsPlace = (a: ChangeAct, b: ChangeAct): boolean =>
  [a, b].includes('move') && ([a, b].includes('delete') || [a, b].includes('keep'));

function wordingsMeet(paragraph: ParagraphId, a: ChangeStanding, b: ChangeStanding) {
  const at = a.now.findIndex(({ id }) => id === paragraph);
  const atOther = b.now.findIndex(({ id }) => id === paragraph);
  const now = a.now[at];
  const one = a.wording[at];
  const other = b.wording[atOther];
  if (now === undefined || one === undefined || other === undefined) return of('collide');
  if (JSON.stringify(one) === JSON.stringify(other)) return of('same');
  const from = piecesOf([now]);
  const { overlaps } = mergeEdits(from, piecesOf(one), piecesOf(other));
  if (overlaps.length > 0)
    return of(
      'collide',
      overlaps.map(({ base }) => stretchOf(from, base)),
    );
  return of(combine(now, [one, other]) === null ? 'collide' : 'combine');
}

function stretchOf(pieces: readonly Piece[], [start, end]: readonly [number, number]): Stretch {
  const length = (list: readonly Piece[]): number => list.reduce((sum, { core }) => sum + core.length, 0);
  const before = length(pieces.slice(0, start));
  return { start: before, end: before + length(pieces.slice(start, end)) };
}
