import type { WordDifference } from '../compare/comparison.ts';
import { textDifference } from '../compare/text-difference.ts';
import type { VersionId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';
import { plainText } from '../model/paragraph.ts';
import type { AppliedChange } from '../model/proposal.ts';
import type { VersionSummary } from '../model/version.ts';

/** How the wording of a paragraph changed between two texts. */
export interface WordingChange {
  readonly kind: 'changed' | 'unchanged' | 'new' | 'removed';
  readonly words: readonly WordDifference[];
}

/** What changed in one paragraph; null where neither text has it. */
export function wordingChange(
  before: Pick<LabelledParagraph, 'text'> | undefined,
  after: Pick<LabelledParagraph, 'text'> | undefined,
): WordingChange | null {
  if (before === undefined && after === undefined) return null;
  if (before === undefined) return { kind: 'new', words: [['+', after?.text ?? '']] };
  if (after === undefined) return { kind: 'removed', words: [['-', before.text]] };
  return before.text === after.text
    ? { kind: 'unchanged', words: [['=', after.text]] }
    : { kind: 'changed', words: textDifference(before.text, after.text) };
}

/** What one change of an accepted proposal did to the working text, as it was written down then. */
export function appliedWords({ before, after }: AppliedChange): readonly WordDifference[] {
  const [old, fresh] = [
    before === null ? '' : plainText(before.runs),
    after.map(({ runs }) => plainText(runs)).join('\n\n'),
  ];
  if (after.length === 0) return old === '' ? [] : [['-', old]];
  return old === '' ? [['+', fresh]] : textDifference(old, fresh);
}

/**
 * The two texts between which a decision shows: the version that stood when it was made (null: none did), and the one
 * published next (null: not yet).
 */
export function aroundDecision(
  after: VersionId | null,
  versions: readonly Pick<VersionSummary, 'id' | 'ordinal'>[],
): { readonly before: VersionId | null; readonly next: VersionId | null } {
  const stood = after === null ? 0 : (versions.find(({ id }) => id === after)?.ordinal ?? 0);
  const later = versions.filter(({ ordinal }) => ordinal > stood).sort((a, b) => a.ordinal - b.ordinal);
  return { before: after, next: later[0]?.id ?? null };
}
