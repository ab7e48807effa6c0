import { plainText } from '../../../../shared/model/paragraph.ts';
import type { ChangeAct, ProposedChange } from '../../../../shared/model/proposal.ts';
import { type DraftChange, type ProposalDraft, wordingOf, wordingsOf } from './proposal-draft.ts';

/** What a change still lacks. Each has a sentence in the catalogue. */
export type Lack = 'unchanged' | 'empty' | 'no-place' | 'twice';

/** A change as it is sent: the server gives it its id. */
export type SentChange = Omit<ProposedChange, 'id'>;

/** What an act lays hold of: two changes of a package may share a paragraph as long as they share nothing of this. */
const HOLDS: Readonly<Record<ChangeAct, readonly ('words' | 'place' | 'behind')[]>> = {
  replace: ['words'],
  delete: ['words', 'place'],
  keep: ['words', 'place'],
  move: ['place'],
  'insert-after': ['behind'],
};

/** Paragraphs of an amended proposal's wording bear the id of the paragraph they would stand at. */
const isSamePlace = (one: DraftChange, other: DraftChange): boolean =>
  one.paragraph === other.paragraph && plainText(one.base?.runs ?? []) === plainText(other.base?.runs ?? []);

const collide = (one: DraftChange, other: DraftChange): boolean =>
  isSamePlace(one, other) && HOLDS[one.act].some((what) => HOLDS[other.act].includes(what));

/** Null when the change can be sent as it is. */
export function lackOf(change: DraftChange, all: readonly DraftChange[]): Lack | null {
  if (all.some((other) => other.key !== change.key && collide(other, change))) return 'twice';
  switch (change.act) {
    case 'insert-after':
      return change.insertion.some(({ text }) => text.trim() !== '') ? null : 'empty';
    case 'replace': {
      if (change.replacement.every(({ text }) => text.trim() === '')) return 'empty';
      const [only, ...more] = change.replacement.filter(({ text }) => text.trim() !== '');
      const base = change.base;
      const same =
        base !== null &&
        more.length === 0 &&
        only?.text === plainText(base.runs) &&
        only.kind === base.kind &&
        only.level === base.level;
      return same ? 'unchanged' : null;
    }
    case 'move':
      return change.after === undefined || change.after === change.paragraph ? 'no-place' : null;
    case 'delete':
    case 'keep':
      return null;
  }
}

/** Whether anything has been written that would be missed. */
export const isWorthKeeping = (draft: ProposalDraft): boolean =>
  draft.rationale.trim() !== '' ||
  draft.changes.length > 1 ||
  draft.changes.some((change) => lackOf(change, draft.changes) === null) ||
  draft.changes.some(({ insertion }) => insertion.some(({ text }) => text.trim() !== ''));

/** Changes as the server takes them. Empty paragraphs are left out. */
export const sentChanges = (draft: ProposalDraft): readonly SentChange[] =>
  draft.changes.map((change) => ({
    act: change.act,
    paragraph: change.paragraph,
    base: change.base,
    wording: wordingsOf(change)
      .filter(({ text }) => text.trim() !== '')
      .map(wordingOf),
    after: change.act === 'move' ? (change.after ?? null) : null,
  }));
