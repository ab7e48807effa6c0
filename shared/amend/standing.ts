import type { ChangeId, ParagraphId } from '../model/ids.ts';
import { type LabelledParagraph, plainText } from '../model/paragraph.ts';
import type { ChangeAct, ProposedChange, Wording } from '../model/proposal.ts';
import { unreachable } from '../model/result.ts';
import { normalWording, sameWording } from '../text/wording.ts';
import { follow } from './follow.ts';
import { rebase } from './rebase.ts';

/**
 * How a change stands in a text that may have moved on: `current` on the very words it was written on; `rebased` onto
 * others, verified; `needs-a-look` where that is not sure; `paragraph-gone`; `applied-already` where the text says it.
 */
export const CHANGE_STATES = [
  'current',
  'rebased',
  'applied-already',
  'needs-a-look',
  'paragraph-gone',
] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** A paragraph of the text as it stands. */
export type StandingParagraph = Pick<LabelledParagraph, 'id' | 'label' | 'kind' | 'level' | 'runs'>;

/** One change, brought to a text. */
export interface ChangeStanding {
  readonly change: ChangeId;
  readonly act: ChangeAct;
  readonly state: ChangeState;
  /** What it is about, as it stands: several paragraphs after a split, none where it is gone or before the first. */
  readonly now: readonly StandingParagraph[];
  /**
   * `replace`: for each paragraph of `now` what would stand instead. `insert-after`: one list, of what would stand
   * behind the last of `now`. Where a look is needed or the paragraph is gone: one list, the proposer's own wording.
   */
  readonly wording: readonly (readonly Wording[])[];
  /** `move`: the paragraph it would go behind, as it stands. */
  readonly after: ParagraphId | null;
}

type Text = readonly LabelledParagraph[];

const standing = ({ id, label, kind, level, runs }: LabelledParagraph): StandingParagraph => ({
  id,
  label,
  kind,
  level,
  runs,
});

/** How a change stands in a text. Pure and total: whatever the text, some answer comes out, and nothing typed is lost. */
export function standingOf(change: ProposedChange, text: Text): ChangeStanding {
  const { id, act, paragraph, base } = change;
  const followed = paragraph === null ? { now: [], joined: false } : follow(paragraph, base, text);
  const now = followed.now.map(standing);
  const answer = (
    state: ChangeState,
    wording: readonly (readonly Wording[])[] = change.wording.length === 0 ? [] : [change.wording],
    after = change.after,
  ): ChangeStanding => ({ change: id, act, state, now, wording, after });
  if (paragraph !== null && now.length === 0)
    return answer(act === 'delete' ? 'applied-already' : 'paragraph-gone');
  const said = followed.now.map(normalWording);
  const untouched =
    base === null || (said.length === 1 && !followed.joined && sameWording(said[0] as Wording, base));
  switch (act) {
    case 'replace': {
      if (untouched) return answer('current');
      if (base === null) return answer('needs-a-look');
      const rebased = rebase(base, change.wording, said);
      if (rebased.kind === 'rebased') return answer('rebased', rebased.parts);
      return answer(rebased.kind);
    }
    case 'insert-after': {
      if (standsBehind(text, followed.now.at(-1)?.id ?? null, change.wording))
        return answer('applied-already');
      return answer(untouched ? 'current' : 'rebased');
    }
    case 'delete':
      if (untouched) return answer('current');
      return answer(
        !followed.joined && said.length === 1 && holdsNothingNew(said, base) ? 'rebased' : 'needs-a-look',
      );
    case 'move': {
      const target = change.after === null ? null : follow(change.after, null, text).now.at(-1);
      if (target === undefined || followed.joined || said.length > 1) return answer('needs-a-look');
      const after = target?.id ?? null;
      if (follows(text, paragraph as ParagraphId, after)) return answer('applied-already', [], after);
      return answer(untouched && after === change.after ? 'current' : 'rebased', [], after);
    }
    case 'keep':
      return answer(untouched ? 'current' : 'needs-a-look');
    default:
      return unreachable(act);
  }
}

/** Whether new paragraphs stand behind one already, word for word. */
function standsBehind(text: Text, behind: ParagraphId | null, wording: readonly Wording[]): boolean {
  const at = behind === null ? 0 : text.findIndex(({ id }) => id === behind) + 1;
  return wording.every(({ runs }, k) => {
    const there = text[at + k];
    return there !== undefined && plainText(there.runs) === plainText(runs);
  });
}

const follows = (text: Text, paragraph: ParagraphId, after: ParagraphId | null): boolean => {
  const at = text.findIndex(({ id }) => id === paragraph);
  return (text[at - 1]?.id ?? null) === after;
};

/** Deleting may take away what the proposer saw, and no word that somebody wrote since. */
function holdsNothingNew(now: readonly Wording[], base: Wording): boolean {
  const left = new Map<string, number>();
  for (const word of wordsOf([base])) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsOf(now).every((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
}

const wordsOf = (wordings: readonly Wording[]): string[] =>
  wordings.flatMap(({ runs }) => plainText(runs).split(/\s+/u)).filter((word) => word !== '');

/** The state of a package: that of its change which is hardest to take up. */
export const worstState = (states: readonly ChangeState[]): ChangeState =>
  states.reduce<ChangeState>(
    (worst, state) => (rankOf(state) > rankOf(worst) ? state : worst),
    states.every((state) => state === 'applied-already') ? 'applied-already' : 'current',
  );

const RANKS: Readonly<Record<ChangeState, number>> = {
  'applied-already': 0,
  current: 1,
  rebased: 2,
  'needs-a-look': 3,
  'paragraph-gone': 4,
};
const rankOf = (state: ChangeState): number => RANKS[state];
