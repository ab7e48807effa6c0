import { BLOCK_JOINER, type Comparison, type ComparisonRow } from '../compare/comparison.ts';
import type { IndexedText } from './indexed-text.ts';
import { clipKept, type Kept, keptStretches } from './survivors.ts';

/** A comparison prepared for carrying many anchors over it: rows are looked up at once and read at most once. */
export interface CarryMap {
  readonly from: IndexedText;
  readonly to: IndexedText;
  readonly rows: readonly ComparisonRow[];
  /** Number of a paragraph of the old text → its row. */
  readonly rowOf: readonly number[];
  /** Row → what it keeps, in offsets of its joined sides. Filled when first asked for. */
  readonly kept: Map<number, readonly Kept[]>;
}

export function prepareCarry(from: IndexedText, to: IndexedText, { rows }: Comparison): CarryMap {
  const rowOf: number[] = [];
  rows.forEach((row, at) => {
    for (const number of row.from) rowOf[number] = at;
  });
  return { from, to, rows, rowOf, kept: new Map() };
}

/** Where a block begins in its joined side of a row. */
export function offsetInRow(text: IndexedText, blocks: readonly number[], number: number): number {
  let at = 0;
  for (const block of blocks) {
    if (block === number) return at;
    at += (text.paragraphs[block]?.text.length ?? 0) + BLOCK_JOINER.length;
  }
  throw new Error(`block ${number} is not in this row`);
}

/** What of a stretch of an old paragraph stands in the new text: for each paragraph of the row, in its own offsets. */
export function keptFrom(
  map: CarryMap,
  number: number,
  start: number,
  end: number,
): ReadonlyMap<number, readonly Kept[]> {
  const at = map.rowOf[number] as number;
  const row = map.rows[at] as ComparisonRow;
  let all = map.kept.get(at);
  if (all === undefined) {
    all = keptStretches(row.words);
    map.kept.set(at, all);
  }
  const shift = offsetInRow(map.from, row.from, number);
  const clipped = clipKept(all, shift + start, shift + end).map((kept) => ({
    ...kept,
    from: kept.from - shift,
  }));
  const byParagraph = new Map<number, readonly Kept[]>();
  for (const block of row.to) {
    const first = offsetInRow(map.to, row.to, block);
    const last = first + (map.to.paragraphs[block]?.text.length ?? 0);
    const inside = clipped.flatMap(({ from, to, length }): Kept[] => {
      const left = Math.max(to, first);
      const right = Math.min(to + length, last);
      return left < right ? [{ from: from + left - to, to: left - first, length: right - left }] : [];
    });
    if (inside.length > 0) byParagraph.set(block, inside);
  }
  return byParagraph;
}
