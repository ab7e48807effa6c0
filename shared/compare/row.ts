import {
  BLOCK_JOINER,
  type BracketChange,
  type ComparableBlock,
  type ComparisonRow,
  type RowKind,
  type WordDifference,
} from './comparison.ts';
import { findFormattingChanges, findStructureChange } from './formatting.ts';
import type { PlacedRow } from './rows.ts';
import { type Token, tokenise } from './tokens.ts';
import { compareWords } from './word-differences.ts';
import type { Budget } from './word-edits.ts';

const JOINER: Token = { core: BLOCK_JOINER, gap: '', key: BLOCK_JOINER };

const tokensOf = (blocks: readonly ComparableBlock[]): Token[] =>
  blocks.flatMap((block, at) => (at === 0 ? tokenise(block.text) : [JOINER, ...tokenise(block.text)]));

const textOf = (blocks: readonly ComparableBlock[]): string =>
  blocks.map((block) => block.text).join(BLOCK_JOINER);

interface Content {
  readonly words: readonly WordDifference[];
  readonly typography: readonly number[];
  readonly similarity: number;
}

const nonEmpty = (difference: WordDifference): WordDifference[] => (difference[1] === '' ? [] : [difference]);

/** Decimals of a printed similarity. A changed row never rounds up to 1, nor a linked one down to nothing. */
const SIMILARITY_STEPS = 10_000;

function compareContent(
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
  budget: Budget,
): Content {
  const [left, right] = [textOf(from), textOf(to)];
  if (to.length === 0) return { words: nonEmpty(['-', left]), typography: [], similarity: 0 };
  if (from.length === 0) return { words: nonEmpty(['+', right]), typography: [], similarity: 0 };
  if (left === right) return { words: nonEmpty(['=', left]), typography: [], similarity: 1 };
  const pair = { from: tokensOf(from), to: tokensOf(to) };
  const { words, typography, edits } = compareWords(pair, budget);
  if (edits.every((edit) => edit.equal)) return { words, typography, similarity: 1 };
  const equal = edits.reduce((sum, edit) => sum + (edit.equal ? edit.from[1] - edit.from[0] : 0), 0);
  const share = (2 * equal) / (pair.from.length + pair.to.length);
  const steps = Math.min(SIMILARITY_STEPS - 1, Math.round(share * SIMILARITY_STEPS));
  return { words, typography, similarity: steps / SIMILARITY_STEPS };
}

function kindOf(from: readonly unknown[], to: readonly unknown[], similarity: number): RowKind {
  if (from.length === 0) return 'added';
  if (to.length === 0) return 'removed';
  if (from.length > 1) return 'merged';
  if (to.length > 1) return 'split';
  return similarity === 1 ? 'same' : 'changed';
}

const countOpening = (words: readonly WordDifference[], wanted: '+' | '-'): number =>
  words.reduce((sum, [operation, text]) => sum + (operation === wanted ? text.split('[').length - 1 : 0), 0);

const bracketsOf = (words: readonly WordDifference[]): BracketChange => ({
  added: countOpening(words, '+'),
  removed: countOpening(words, '-'),
});

export function buildRow(
  placed: PlacedRow,
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
  isRecorded: boolean,
  budget: Budget,
): ComparisonRow {
  const { words, typography, similarity } = compareContent(from, to, budget);
  const hasBoth = from.length > 0 && to.length > 0;
  return {
    kind: kindOf(from, to, similarity),
    moved: placed.moved,
    from: placed.from,
    to: placed.to,
    similarity,
    words,
    typography,
    labels: { from: from.map((block) => block.label), to: to.map((block) => block.label) },
    paragraphs: { from: from.map((block) => block.id ?? null), to: to.map((block) => block.id ?? null) },
    formatting: hasBoth ? findFormattingChanges(from, to, words) : [],
    structure: findStructureChange(from, to),
    brackets: bracketsOf(words),
    stoodAfter: placed.stoodAfter,
    linkedBy: !hasBoth ? 'none' : isRecorded ? 'lineage' : 'content',
  };
}
