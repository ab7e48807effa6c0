import { BLOCK_JOINER, type Comparison, type ComparisonRow, sideText } from '../compare/comparison.ts';
import type { Stretch } from './between.ts';
import { lettersIn } from './code-points.ts';
import type { IndexedText } from './indexed-text.ts';
import { clipKept, type Kept, keptStretches } from './survivors.ts';
import { LEAST_SHARE, LEAST_SIMILARITY, LEAST_STRETCH, LEAST_STRETCH_SIMILAR } from './thresholds.ts';

interface KeptInRow {
  readonly all: readonly Kept[];
  readonly telling: readonly Kept[];
}

/** A comparison prepared for carrying many anchors over it: rows are looked up at once and read at most once. */
export interface CarryMap {
  readonly from: IndexedText;
  readonly to: IndexedText;
  readonly rows: readonly ComparisonRow[];
  /** Number of a paragraph of the old text → its row. */
  readonly rowOf: readonly number[];
  /** Row → what it keeps, in offsets of its joined sides. Filled when first asked for. */
  readonly kept: Map<number, KeptInRow>;
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

/**
 * What of a stretch of an old paragraph stands in the new text: for each paragraph of the row, in its own offsets.
 * `telling`: without equal stretches too short to be more than chance.
 */
export function keptFrom(
  map: CarryMap,
  { number, start, end }: Stretch,
  telling: boolean,
): ReadonlyMap<number, readonly Kept[]> {
  const at = map.rowOf[number] as number;
  const row = map.rows[at] as ComparisonRow;
  const all = keptInRow(map, at)[telling ? 'telling' : 'all'];
  const shift = offsetInRow(map.from, row.from, number);
  const clipped = clipKept(all, shift + start, shift + end);
  const byParagraph = new Map<number, readonly Kept[]>();
  for (const block of row.to) {
    const first = offsetInRow(map.to, row.to, block);
    const last = first + (map.to.paragraphs[block]?.text.length ?? 0);
    const inside = clipped.flatMap(({ from, to, length }): Kept[] => {
      const left = Math.max(to, first);
      const right = Math.min(to + length, last);
      return left < right ? [{ from: from - shift + left - to, to: left - first, length: right - left }] : [];
    });
    if (inside.length > 0) byParagraph.set(block, inside);
  }
  return byParagraph;
}

function keptInRow(map: CarryMap, at: number): KeptInRow {
  let kept = map.kept.get(at);
  if (kept === undefined) {
    const row = map.rows[at] as ComparisonRow;
    const all = keptStretches(row.words);
    kept = { all, telling: row.similarity === 1 ? all : all.filter(tellingIn(row)) };
    map.kept.set(at, kept);
  }
  return kept;
}

/** Long enough, or most of what either side says. */
function tellingIn({ words, similarity }: ComparisonRow): (kept: Kept) => boolean {
  const [from, to] = [sideText(words, 'from'), sideText(words, 'to')];
  const shorter = Math.min(lettersIn(from), lettersIn(to));
  const least = Math.min(
    similarity < LEAST_SIMILARITY ? LEAST_STRETCH : LEAST_STRETCH_SIMILAR,
    LEAST_SHARE * shorter,
  );
  return ({ from: start, length }) => lettersIn(from.slice(start, start + length)) >= least;
}
