import type {
  ComparableBlock,
  ComparisonRow,
  ComparisonSummary,
  LabelChange,
  RowKind,
} from './comparison.ts';
import { countWords } from './prepare.ts';

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at]);

/** The old-to-new label table: rows with both sides whose labels differ. */
export function findLabelChanges(rows: readonly ComparisonRow[]): LabelChange[] {
  return rows.flatMap(({ from, to, labels }, row) =>
    from.length === 0 || to.length === 0 || sameList(labels.from, labels.to) ? [] : [{ row, ...labels }],
  );
}

const wordsIn = (blocks: readonly ComparableBlock[]): number =>
  blocks.reduce((sum, block) => sum + countWords(block.text), 0);

const bracketsIn = (blocks: readonly ComparableBlock[]): number =>
  blocks.reduce((sum, block) => sum + block.text.split('[').length - 1, 0);

export function summarise(
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
  rows: readonly ComparisonRow[],
  labels: readonly LabelChange[],
): ComparisonSummary {
  const ofKind = (kind: RowKind): number => rows.filter((row) => row.kind === kind).length;
  const wordsOf = (wanted: '+' | '-'): number =>
    rows.reduce(
      (sum, { words, typography }) =>
        sum +
        words.reduce(
          (inRow, [operation, text], at) =>
            inRow + (operation === wanted && !typography.includes(at) ? countWords(text) : 0),
          0,
        ),
      0,
    );
  const total = (count: (row: ComparisonRow) => number): number =>
    rows.reduce((sum, row) => sum + count(row), 0);
  return {
    same: ofKind('same'),
    changed: ofKind('changed'),
    added: ofKind('added'),
    removed: ofKind('removed'),
    split: ofKind('split'),
    merged: ofKind('merged'),
    moved: total((row) => Number(row.moved)),
    relabelled: labels.length,
    reformatted: total((row) => Number(row.formatting.length > 0 || row.structure !== null)),
    words: { from: wordsIn(from), to: wordsIn(to), added: wordsOf('+'), removed: wordsOf('-') },
    brackets: {
      from: bracketsIn(from),
      to: bracketsIn(to),
      added: total((row) => row.brackets.added),
      removed: total((row) => row.brackets.removed),
    },
  };
}
