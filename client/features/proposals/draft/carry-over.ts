import { rebase } from '../../../../shared/amend/rebase.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import { normalWording, sameWording } from '../../../../shared/text/wording.ts';
import { newKey } from '../../../api/new-key.ts';
import { baseOf, type DraftChange, draftWording, wordingOf } from './proposal-draft.ts';

/** Whether the paragraph no longer says what the change was begun on. A new number alone is no other text. */
export const hasMovedOn = ({ base }: DraftChange, now: LabelledParagraph | null): boolean =>
  base !== null && (now === null || !sameWording(normalWording(base), normalWording(now)));

/** The change upon the paragraph as it stands now, or null where that is not safe. */
export function carryOver(change: DraftChange, now: LabelledParagraph): DraftChange | null {
  if (change.base === null) return change;
  // Only new wording depends on the words; the other acts name the paragraph.
  const onNow = { ...change, base: baseOf(now) };
  const wording = change.replacement.map(wordingOf);
  const [only, ...more] = wording;
  const untouched =
    only !== undefined && more.length === 0 && sameWording(normalWording(only), normalWording(change.base));
  if (untouched) return { ...onNow, replacement: [draftWording(now, newKey)] };
  const carried = rebase(normalWording(change.base), wording.map(normalWording), [normalWording(now)]);
  if (carried.kind === 'rebased')
    return {
      ...onNow,
      replacement: carried.parts.flat().map((part, k) => ({
        ...draftWording(part, newKey),
        // The same text areas where there are as many, so that focus and caret stay.
        ...(change.replacement[k] === undefined ? {} : { key: change.replacement[k].key }),
      })),
    };
  return change.act === 'replace' ? null : onNow;
}

/** One's own wording as it is, set against the paragraph as it stands now. */
export const onNewBase = (change: DraftChange, now: LabelledParagraph): DraftChange => ({
  ...change,
  base: baseOf(now),
});
