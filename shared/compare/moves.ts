/** One row on its way through the stages: which blocks stand on its sides. */
export interface RowSides {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * Which rows moved: those outside the heaviest chain of rows whose old and new order agree, so that the least
 * text counts as moved (of two swapped paragraphs the shorter one). A chain is measured in rows first; `weight`
 * decides between chains of equal length. `place` says where a row with several blocks on a side stands.
 */
export function findMoves(
  rows: readonly RowSides[],
  weight: (row: RowSides) => number,
  place: (row: RowSides) => readonly [old: number, fresh: number] = ({ from, to }) => [
    from[0] as number,
    to[0] as number,
  ],
): boolean[] {
  const both = rows
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => row.from.length > 0 && row.to.length > 0)
    .map(({ row, at }) => ({ row, at, place: place(row) }))
    .sort((a, b) => a.place[1] - b.place[1] || a.place[0] - b.place[0]);
  const total = both.reduce((sum, { row }) => sum + weight(row), 0) + 1;
  const worth = both.map(({ row }) => 1 + weight(row) / total);
  const kept = heaviestChain(
    both.map((entry) => entry.place[0]),
    worth,
  );
  const moved = rows.map(() => false);
  both.forEach(({ at }, order) => {
    if (!kept[order]) moved[at] = true;
  });
  return moved;
}

/** The heaviest never falling subsequence, in O(n log n): a Fenwick tree of best chains by last value. */
export function heaviestChain(values: readonly number[], worth: readonly number[]): boolean[] {
  const size = values.reduce((most, value) => Math.max(most, value), 0) + 2;
  const tree = new Int32Array(size).fill(-1);
  const best = new Float64Array(values.length);
  const before = new Int32Array(values.length).fill(-1);
  let end = -1;
  values.forEach((value, at) => {
    let last = -1;
    for (let node = value + 1; node > 0; node -= node & -node) {
      const found = tree[node] as number;
      if (found >= 0 && (last < 0 || (best[found] as number) > (best[last] as number))) last = found;
    }
    before[at] = last;
    best[at] = (worth[at] as number) + (last < 0 ? 0 : (best[last] as number));
    if (end < 0 || (best[at] as number) > (best[end] as number)) end = at;
    for (let node = value + 1; node < size; node += node & -node) {
      const found = tree[node] as number;
      if (found < 0 || (best[at] as number) > (best[found] as number)) tree[node] = at;
    }
  });
  const kept = values.map(() => false);
  for (let at = end; at >= 0; at = before[at] as number) kept[at] = true;
  return kept;
}
