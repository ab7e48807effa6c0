import type { RelativeRange } from '../model/anchor.ts';
import type { LiveText } from './live-text.ts';
import type { KnownEnds } from './survivors.ts';

/*
 * Apart from relative.ts, which needs Yjs: readers of a published text resolve anchors too, and nothing of Yjs is
 * sent to them.
 */

/** A stretch of one paragraph. */
export interface Stretch {
  /** Number of the paragraph, from 0. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** What stands between the ends of a range now. */
export interface Between {
  /** One for each paragraph they reach over; none where every character between them is gone. */
  readonly stretches: readonly Stretch[];
  /** Whether the first and the last quoted character stand there still. */
  readonly ends: KnownEnds;
  /** Where the range begins, as a number of a paragraph and an offset in it. */
  readonly at: { readonly number: number; readonly offset: number };
}

/** Null when the text does not know the ends. */
export function between(live: LiveText, range: RelativeRange): Between | null {
  const start = live.placeOfEnd(range.start);
  const end = live.placeOfEnd(range.end);
  if (start === null || end === null || live.starts.length === 0) return null;
  const first = paragraphAt(live, start.index);
  const stretches: Stretch[] = [];
  for (let number = first; number < live.starts.length; number++) {
    const begins = live.starts[number] as number;
    if (begins >= end.index) break;
    const length = live.paragraphs[number]?.text.length ?? 0;
    const from = Math.max(0, start.index - begins);
    const to = Math.min(length, end.index - begins);
    if (from < to) stretches.push({ number, start: from, end: to });
  }
  return {
    stretches,
    ends: { start: start.stands, end: end.stands },
    at: { number: first, offset: start.index - (live.starts[first] as number) },
  };
}

/** The last paragraph that begins at or before an index; the first one before all. */
function paragraphAt({ starts }: LiveText, index: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= index) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
