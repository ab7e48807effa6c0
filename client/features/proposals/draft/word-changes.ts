import { BLOCK_JOINER, type WordDifference } from '../../../../shared/compare/comparison.ts';
import { textDifference } from '../../../../shared/compare/text-difference.ts';
import { tokenise } from '../../../../shared/compare/tokens.ts';

/** What differs between two wordings, in the words that the comparison of versions would use. */
export const wordChanges = textDifference;

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
