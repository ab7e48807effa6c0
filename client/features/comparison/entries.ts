import type { Comparison, ComparisonRow } from '../../../shared/compare/comparison.ts';

/** What the list of changes shows, in order. `index` counts rows of the comparison. */
export type Entry =
  | { readonly kind: 'row'; readonly index: number; readonly row: ComparisonRow }
  /** Unchanged rows folded away: from row `first` on, `count` of them. */
  | { readonly kind: 'fold'; readonly first: number; readonly count: number }
  /** Where a moved row stood in the old text. */
  | { readonly kind: 'vacated'; readonly index: number; readonly row: ComparisonRow };

/** Whether there is something to see in a row: words, place, signs, or what the paragraph is. A new number alone is not. */
export const isChange = (row: ComparisonRow): boolean =>
  row.kind !== 'same' ||
  row.moved ||
  row.typography.length > 0 ||
  row.structure !== null ||
  row.formatting.length > 0;

/** Indexes of rows with something to see, in reading order. */
export const changesOf = ({ rows }: Comparison): number[] =>
  rows.flatMap((row, index) => (isChange(row) ? [index] : []));

/**
 * The list to show. Unchanged rows farther than `context` rows from a change are folded, unless `opened` holds
 * the fold's first row or everything is shown. A fold of one row saves nothing and stays open.
 */
export function entriesOf(
  { rows }: Comparison,
  options: { readonly onlyChanges: boolean; readonly context: number; readonly opened: ReadonlySet<number> },
): Entry[] {
  const vacated = vacatedPlaces(rows);
  const kept = rows.map((row) => !options.onlyChanges || isChange(row));
  if (options.onlyChanges) keepContext(kept, vacated, options.context);
  const entries: Entry[] = vacatedAfter(vacated, -1);
  for (let index = 0; index < rows.length; ) {
    let end = index;
    while (end < rows.length && kept[end] === false) end += 1;
    if (end - index > 1 && !options.opened.has(index))
      entries.push({ kind: 'fold', first: index, count: end - index });
    else
      for (let k = index; k < end; k += 1)
        entries.push({ kind: 'row', index: k, row: rows[k] as ComparisonRow });
    if (end < rows.length) {
      entries.push(
        { kind: 'row', index: end, row: rows[end] as ComparisonRow },
        ...vacatedAfter(vacated, end),
      );
      end += 1;
    }
    index = end;
  }
  return entries;
}

type Vacated = ReadonlyMap<number, readonly { readonly index: number; readonly row: ComparisonRow }[]>;

/** Row that stood before → the moved rows that came after it in the old text. */
function vacatedPlaces(rows: readonly ComparisonRow[]): Vacated {
  const places = new Map<number, { index: number; row: ComparisonRow }[]>();
  for (const [index, row] of rows.entries()) {
    if (!row.moved || row.stoodAfter === null) continue;
    places.set(row.stoodAfter, [...(places.get(row.stoodAfter) ?? []), { index, row }]);
  }
  return places;
}

const vacatedAfter = (vacated: Vacated, index: number): Entry[] =>
  (vacated.get(index) ?? []).map((place) => ({ kind: 'vacated', ...place }));

/** A vacated place is a change where it stood, so its neighbour is not folded away. */
function keepContext(kept: boolean[], vacated: Vacated, context: number): void {
  const changes = kept.flatMap((keep, index) => (keep || vacated.has(index) ? [index] : []));
  for (const at of changes)
    for (let k = Math.max(0, at - context); k <= Math.min(kept.length - 1, at + context); k += 1)
      kept[k] = true;
}
