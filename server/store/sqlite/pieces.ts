/** Rows of the largest piece. SQLite takes 32,766 parameters; past some dozens of rows a statement gains no more. */
const LARGEST = 64;

/**
 * Cuts a list into pieces of 64, 32, 16 … 1, in order. So statements over any number of rows have seven shapes, each
 * prepared once.
 */
export function piecesOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const pieces: Row[][] = [];
  let from = 0;
  for (let size = LARGEST; size >= 1; size /= 2)
    for (; rows.length - from >= size; from += size) pieces.push(rows.slice(from, from + size));
  return pieces;
}
