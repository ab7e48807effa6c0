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

export function shownChange(change: ProposedChange, paragraphs: readonly LabelledParagraph[]): ShownChange {
  const { state, now, wording, after } = standingOf(change, paragraphs);
  const dir = paragraphs.find(({ id }) => id === now[0]?.id)?.dir ?? 'auto';
  return { change, state, now, wording: wording.flat(), after, dir };
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
