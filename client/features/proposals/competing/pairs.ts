import { mergeEdits } from '../../../../shared/amend/merge.ts';
import { piecesOf } from '../../../../shared/amend/pieces.ts';
import { rebase } from '../../../../shared/amend/rebase.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { Proposal, Wording } from '../../../../shared/model/proposal.ts';
import { normalWording } from '../../../../shared/text/wording.ts';
import type { ShownChange } from '../amendment/shown-change.ts';

/** New wording of one proposal for the paragraph that several are about, on the text as it stands. */
export interface Rival {
  readonly proposal: Proposal;
  readonly shown: ShownChange;
}

/** A stretch of the standing words, in UTF-16 units of the paragraph's plain text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type Meeting =
  | { readonly kind: 'combine'; readonly wording: readonly Wording[] }
  | { readonly kind: 'same' }
  /** `at`: where both change the same words; empty stretches are places between words. */
  | { readonly kind: 'collide'; readonly at: readonly Stretch[] };

export interface Pair {
  readonly one: Rival;
  readonly other: Rival;
  readonly meeting: Meeting;
}

/** Acts on the words of a paragraph: only these can meet. Insertions behind it and moves leave its words alone. */
const isAboutWords = ({ shown }: Rival): boolean =>
  (shown.change.act === 'replace' || shown.change.act === 'delete' || shown.change.act === 'keep') &&
  (shown.state === 'current' || shown.state === 'rebased') &&
  shown.now.length === 1;

/** How each two proposals on a paragraph meet: whether both can be taken up, and how that would read. */
export function pairsOf(paragraph: LabelledParagraph, rivals: readonly Rival[]): readonly Pair[] {
  const meeting = rivals.filter(isAboutWords);
  return meeting.flatMap((one, k) =>
    meeting.slice(k + 1).map((other) => ({ one, other, meeting: meet(paragraph, one, other) })),
  );
}

function meet(paragraph: LabelledParagraph, one: Rival, other: Rival): Meeting {
  const whole = { start: 0, end: paragraph.text.length };
  const [act, otherAct] = [one.shown.change.act, other.shown.change.act];
  if (act !== 'replace' || otherAct !== 'replace')
    return act === otherAct ? { kind: 'same' } : { kind: 'collide', at: [whole] };
  const base = normalWording(paragraph);
  const combined = rebase(base, one.shown.wording, other.shown.wording);
  if (combined.kind === 'rebased') return { kind: 'combine', wording: combined.parts.flat() };
  if (combined.kind === 'applied-already') return { kind: 'same' };
  return { kind: 'collide', at: stretches(base, one.shown.wording, other.shown.wording) };
}

/** Where two amendments of one paragraph touch, as stretches of its words. */
function stretches(base: Wording, one: readonly Wording[], other: readonly Wording[]): readonly Stretch[] {
  const pieces = piecesOf([base]);
  const offsets = [0];
  for (const { core } of pieces) offsets.push((offsets.at(-1) as number) + core.length);
  return mergeEdits(pieces, piecesOf(one), piecesOf(other)).overlaps.map(({ base: [start, end] }) => ({
    start: offsets[start] as number,
    end: offsets[end] as number,
  }));
}

/** All proposals together, if each two of them combine: taken up one after the other. */
export function together(
  paragraph: LabelledParagraph,
  rivals: readonly Rival[],
  pairs: readonly Pair[],
): readonly Wording[] | null {
  const meeting = rivals.filter((rival) => isAboutWords(rival) && rival.shown.change.act === 'replace');
  if (meeting.length < 3 || pairs.some(({ meeting: { kind } }) => kind === 'collide')) return null;
  const base = normalWording(paragraph);
  let reached: readonly Wording[] = [base];
  for (const { shown } of meeting) {
    const next = rebase(base, shown.wording, reached);
    if (next.kind === 'needs-a-look') return null;
    if (next.kind === 'rebased') reached = next.parts.flat();
  }
  return reached;
}

/** The stretches that any two proposals fight over, joined where they overlap, in order. */
export function contested(pairs: readonly Pair[]): readonly Stretch[] {
  const all = pairs
    .flatMap(({ meeting }) => (meeting.kind === 'collide' ? meeting.at : []))
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
