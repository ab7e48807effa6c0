import { type ChangeState, type StandingParagraph, standingOf } from '../../../../shared/amend/standing.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { type Direction, type LabelledParagraph, plainText } from '../../../../shared/model/paragraph.ts';
import type { ProposedChange, Wording } from '../../../../shared/model/proposal.ts';
import { joined } from '../draft/word-changes.ts';

/** One change of a proposal as a screen shows it: on the text as it stands. */
export interface ShownChange {
  readonly change: ProposedChange;
  readonly state: ChangeState;
  /** What it is about now: several after a split, none where it is gone or before the first. */
  readonly now: readonly StandingParagraph[];
  /** The wording upon the words that stand there; the proposer's own where that cannot be. */
  readonly wording: readonly Wording[];
  /** `move`: what it would stand behind now. */
  readonly after: ParagraphId | null;
  readonly dir: Direction;
}

export const textOf = (wordings: readonly { readonly runs: Wording['runs'] }[]): string =>
  joined(wordings.map(({ runs }) => plainText(runs)));

/** Last answers with what they were worked out from: text is read anew at every key that somebody types. */
const known = new WeakMap<ProposedChange, { readonly near: string; readonly shown: ShownChange }>();

/**
 * What an answer depends on, where that is one paragraph alone; null where it may depend on others: for moves and
 * insertions, and where the paragraph was split, joined or removed.
 */
function nearOf({ act, paragraph }: ProposedChange, paragraphs: readonly LabelledParagraph[]): string | null {
  if (act === 'move' || act === 'insert-after') return null;
  const at = paragraphs.findIndex(({ id }) => id === paragraph);
  const standing = paragraphs[at];
  if (standing === undefined || paragraphs[at + 1]?.from.includes(standing.id)) return null;
  return JSON.stringify(standing);
}

export function shownChange(change: ProposedChange, paragraphs: readonly LabelledParagraph[]): ShownChange {
  const near = nearOf(change, paragraphs);
  const before = known.get(change);
  if (near !== null && before?.near === near) return before.shown;
  const { state, now, wording, after } = standingOf(change, paragraphs);
  const dir = paragraphs.find(({ id }) => id === now[0]?.id)?.dir ?? 'auto';
  const shown: ShownChange = { change, state, now, wording: wording.flat(), after, dir };
  if (near !== null) known.set(change, { near, shown });
  return shown;
}

/** Whether the change can no longer be shown on the text: both are shown beside each other then. */
export const isLost = (state: ChangeState): boolean => state === 'needs-a-look' || state === 'paragraph-gone';

/** Old and new words of a change: on the text as it stands, or as they were proposed where it stands nowhere. */
export function sidesOf({ change, state, now, wording }: ShownChange): { from: string; to: string } {
  const standing =
    isLost(state) || state === 'applied-already' || now.length === 0
      ? change.base === null
        ? ''
        : plainText(change.base.runs)
      : textOf(now);
  switch (change.act) {
    case 'replace':
      return { from: standing, to: textOf(wording) };
    case 'insert-after':
      return { from: '', to: textOf(wording) };
    case 'delete':
      return { from: standing, to: '' };
    case 'move':
    case 'keep':
      return { from: standing, to: standing };
  }
}
