import type { ParagraphId } from '../../../shared/model/ids.ts';

/**
 * Which markers stay when a range changed: the longest run of ids that stand in the same order before and after
 * (rule B3). Ids are unique on each side, so this is a longest rising subsequence, found in n log n steps.
 * Answers pairs [place before, place after], rising on both sides.
 */
export function keptMarkers(
  before: readonly ParagraphId[],
  after: readonly ParagraphId[],
): (readonly [number, number])[] {
  const placeAfter = new Map(after.map((id, place) => [id, place]));
  const pairs = before.flatMap((id, place) => {
    const there = placeAfter.get(id);
    return there === undefined ? [] : [[place, there] as const];
  });
  // tails[n]: the pair that ends the best run of n + 1 pairs so far; previous: the pair before each.
  const tails: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, there], i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as readonly [number, number])[1] < there) low = middle + 1;
      else high = middle;
    }
    previous[i] = low === 0 ? -1 : (tails[low - 1] as number);
    tails[low] = i;
  });
  const kept: (readonly [number, number])[] = [];
  for (let i = tails.at(-1) ?? -1; i !== -1; i = previous[i] as number)
    kept.push(pairs[i] as readonly [number, number]);
  return kept.reverse();
}
