import type { WordDifference } from './comparison.ts';
import { MAX_STRETCH_STEPS } from './limits.ts';
import { tokenise } from './tokens.ts';
import { compareWords } from './word-differences.ts';

/** What differs between two wordings of one paragraph, in the words that the comparison of versions would use. */
export const textDifference = (from: string, to: string): readonly WordDifference[] =>
  compareWords({ from: tokenise(from), to: tokenise(to) }, { steps: MAX_STRETCH_STEPS, cut: false }).words;
