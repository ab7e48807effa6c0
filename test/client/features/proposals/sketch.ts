import type {
  DraftChange,
  ProposalDraft,
} from '../../../../client/features/proposals/draft/proposal-draft.ts';
import { beginChange, beginDraft } from '../../../../client/features/proposals/draft/proposal-draft.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import type { ChangeAct } from '../../../../shared/model/proposal.ts';

/** Keys in rising order, so that tests can name them. */
export function counter(): () => string {
  let next = 0;
  return () => `k${++next}`;
}

export const paragraph = (id: string, text: string, label = ''): LabelledParagraph => ({
  id: id as ParagraphId,
  kind: 'operative',
  level: 0,
  dir: 'auto',
  from: [],
  pinned: null,
  runs: text === '' ? [] : [{ text }],
  label,
  text,
});

export const change = (act: ChangeAct, on: LabelledParagraph | null): DraftChange =>
  beginChange(on, act, counter());

export const draft = (...changes: readonly DraftChange[]): ProposalDraft =>
  beginDraft(
    'working',
    changes.map((each, k) => ({ ...each, key: `c${k}` })),
    '2026-01-01T00:00:00.000Z',
    counter(),
  );
