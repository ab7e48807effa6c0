import { plainText } from '../../../../shared/model/paragraph.ts';
import type { ProposedChange } from '../../../../shared/model/proposal.ts';
import { type DraftChange, type ProposalDraft, wordingOf, wordingsOf } from './proposal-draft.ts';

/** What a change still lacks. Each has a sentence in the catalogue. */
export type Lack = 'unchanged' | 'empty' | 'no-place' | 'twice';

/** A change as it is sent: the server gives it its id. */
export type SentChange = Omit<ProposedChange, 'id'>;

/** Null when the change can be sent as it is. */
export function lackOf(change: DraftChange, all: readonly DraftChange[]): Lack | null {
  // Two changes that both rewrite or remove one paragraph would contradict each other; insertions do not.
  if (
    change.act !== 'insert-after' &&
    all.some(
      (other) =>
        other.key !== change.key && other.act !== 'insert-after' && other.paragraph === change.paragraph,
    )
  )
    return 'twice';
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
