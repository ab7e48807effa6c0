/** A range of ProseMirror positions, or of offsets: half-open. */
export interface Ranged {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** A stretch on which the same ranges lie. */
export interface Segment<Range extends Ranged> {
  readonly from: number;
  readonly to: number;
  readonly on: readonly Range[];
}

/** Cuts overlapping ranges into stretches that lie side by side, in linear time but for the sorting. */
export function segmentsOf<Range extends Ranged>(ranges: readonly Range[]): Segment<Range>[] {
  const begins = ranges.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  const cuts = [...new Set(begins.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const segments: Segment<Range>[] = [];
  let open: Range[] = [];
  let next = 0;
  cuts.forEach((from, k) => {
    open = open.filter(({ to }) => to > from);
    for (let range = begins[next]; range !== undefined && range.from === from; range = begins[++next])
      open.push(range);
    const to = cuts[k + 1];
    if (to !== undefined && open.length > 0) segments.push({ from, to, on: [...open] });
  });
  return segments;
}
