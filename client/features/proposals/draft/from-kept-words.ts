import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { type LabelledParagraph, plainText } from '../../../../shared/model/paragraph.ts';
import type { KeptParagraph } from '../../../editor/connection/kept-words.ts';
import {
  beginChange,
  beginDraft,
  type DraftChange,
  type NewKey,
  type ProposalDraft,
} from './proposal-draft.ts';

/**
 * Words that could not be brought into the text, as a draft of a proposal: rewritten paragraphs as new wording, deleted
 * ones as deletions, new ones behind what they stood behind. Moves and formats alone make no proposal. Where the text
 * has changed since, the words are set on what they were written on, and the composer carries them over.
 */
export function draftFromKept(
  kept: readonly KeptParagraph[],
  paragraphs: readonly LabelledParagraph[],
  at: string,
  newKey: NewKey,
): ProposalDraft {
  const changes: DraftChange[] = [];
  /** What a new paragraph stands behind: the last one before it that the text holds, else the end of the text. */
  let behind: ParagraphId | null = paragraphs.at(-1)?.id ?? null;
  for (const { paragraph: id, change, server, mine, label } of kept) {
    const standing = paragraphs.find((paragraph) => paragraph.id === id);
    if (standing !== undefined && change !== 'removed') behind = standing.id;
    if (change === 'added') {
      if (mine === null) continue;
      const open = changes.find((one) => one.act === 'insert-after' && one.paragraph === behind);
      const near = paragraphs.find((paragraph) => paragraph.id === behind) ?? null;
      const begun = open ?? beginChange(near, 'insert-after', newKey);
      const [empty] = begun.insertion;
      if (empty === undefined) continue;
      const written = { ...empty, key: newKey(), text: mine };
      const insertion = open === undefined ? [written] : [...open.insertion, written];
      if (open === undefined) changes.push({ ...begun, insertion });
      else changes[changes.indexOf(open)] = { ...open, insertion };
      continue;
    }
    if ((change !== 'words' && change !== 'removed') || server === null || standing === undefined) continue;
    const seen =
      plainText(standing.runs) === server
        ? standing
        : { ...standing, label: label || standing.label, runs: [{ text: server }] };
    const begun = beginChange(seen, change === 'removed' ? 'delete' : 'replace', newKey);
    changes.push(
      mine === null
        ? begun
        : { ...begun, replacement: begun.replacement.map((wording) => ({ ...wording, text: mine })) },
    );
  }
  return beginDraft('working', changes, at, newKey);
}
