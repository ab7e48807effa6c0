import { BLOCK_JOINER, type WordDifference } from '../../../../shared/compare/comparison.ts';
import { MAX_STRETCH_STEPS } from '../../../../shared/compare/limits.ts';
import { tokenise } from '../../../../shared/compare/tokens.ts';
import { compareWords } from '../../../../shared/compare/word-differences.ts';

/** What differs between two wordings, in the words that the comparison of versions would use. */
export const wordChanges = (from: string, to: string): readonly WordDifference[] =>
  compareWords({ from: tokenise(from), to: tokenise(to) }, { steps: MAX_STRETCH_STEPS, cut: false }).words;

/** Several paragraphs as one text, the way a row of a comparison joins them. */
export const joined = (texts: readonly string[]): string => texts.join(BLOCK_JOINER);

export interface WordCounts {
  readonly added: number;
  readonly removed: number;
}

/** How many words an amendment adds and takes away. */
export function countWords(words: readonly WordDifference[]): WordCounts {
  const count = (operation: '+' | '-'): number =>
    words
      .filter(([sign]) => sign === operation)
      .reduce(
        (sum, [, text]) => sum + tokenise(text).filter(({ core }) => /[\p{L}\p{N}]/u.test(core)).length,
        0,
      );
  return { added: count('+'), removed: count('-') };
}
