import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import type { RelativeRange } from '../model/anchor.ts';
import type { ParagraphId } from '../model/ids.ts';
import type { LiveText } from './live-text.ts';
import type { KnownEnds } from './survivors.ts';

/** Yjs: 0 and more binds to the character on the right, less than 0 to the one on the left. */
const RIGHT = 0;
const LEFT = -1;

/** Both ends of words as relative positions: what is typed at either edge stays outside. */
export function relativeRange(
  live: LiveText,
  paragraph: ParagraphId,
  start: number,
  end: number,
): RelativeRange | null {
  const first = live.starts[live.numbers.get(paragraph) ?? -1];
  if (first === undefined || start >= end) return null;
  const encode = (offset: number, binds: number): string =>
    toBase64(
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(live.text, first + offset, binds)),
    );
  return { start: encode(start, RIGHT), end: encode(end, LEFT) };
}

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
  const start = placeOfEnd(live, range.start);
  const end = placeOfEnd(live, range.end);
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

/**
 * Where a relative position stands, as `Y.createAbsolutePositionFromRelativePosition` says without following undone
 * removals, but by one look into the index instead of a walk over the text.
 */
function placeOfEnd(
  { text, indexes }: LiveText,
  encoded: string,
): { readonly index: number; readonly stands: boolean } | null {
  const { doc } = text;
  const position = decode(encoded);
  if (doc === null || position?.item == null) return null;
  const { client, clock } = position.item;
  if (clock >= Y.getState(doc.store, client)) return null;
  const item = Y.getItem(doc.store, position.item);
  if (!(item instanceof Y.Item)) return null;
  const index = indexes.get(item);
  if (index === undefined) return null;
  if (item.deleted || !item.countable) return { index, stands: false };
  return { index: index + (clock - item.id.clock) + (position.assoc < 0 ? 1 : 0), stands: true };
}

function decode(encoded: string): Y.RelativePosition | null {
  try {
    return Y.decodeRelativePosition(fromBase64(encoded));
  } catch {
    return null;
  }
}
