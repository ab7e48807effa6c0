import type * as Y from 'yjs';
import type { Insertion } from './insertions.ts';
import { type LooseStructs, type Spot, stretchAt, weightWithin } from './loose-structs.ts';
import { isSame, type Place } from './place.ts';
import { structAt } from './struct-at.ts';

/** A step that only those take who read a text whole is charged a fourth: it takes Yjs less than half the time, and few take it. */
export const WHOLE = 4;

/** What Yjs passes of a document, and what the insertion is certain to stand left of there. */
export interface Walk {
  readonly steps: number;
  /** What it may pass besides when it comes in another order: Yjs stops before an equal of a higher clientID. */
  readonly between: number;
  readonly bound: Place | null;
}

/** Structs of a list from one of them on, and what hangs behind them. */
export function everything(loose: LooseStructs, first: Y.Item | null, most: number): Walk {
  let steps = 0;
  for (let item = first; item !== null && steps <= most; item = item.right)
    steps += 1 + weightWithin(loose, item.id.client, item.id.clock, item.id.clock + item.length);
  return { steps, between: steps, bound: null };
}

/**
 * Yjs's walk over the document, from an item, or from behind `origin` in it, to the right neighbour or where it ends. A
 * right neighbour that is loose comes before its bound, if it hangs at `spot` or behind what was passed.
 */
export function passed(
  doc: Y.Doc,
  loose: LooseStructs,
  { origin, rightOrigin, client }: Insertion,
  from: Y.Item | null,
  spot: Spot,
  most: () => number,
): Walk {
  const next = rightOrigin === null ? null : stretchAt(loose, rightOrigin);
  const bound = next === null ? rightOrigin : next.bound;
  const limit = most();
  const visited = new Set<Y.Item | Y.GC | null>();
  /** The half of an item that is left of the origin was not passed. */
  const isPassed = (place: Place): boolean =>
    visited.has(structAt(doc, place)) && !(place.client === origin?.client && place.clock <= origin.clock);
  let steps = 0;
  let between = 0;
  let stops = false;
  let found: Place | null = null;
  for (let item = from; item !== null && steps <= limit && between <= limit * WHOLE; item = item.right) {
    const { id } = item;
    const end = id.clock + item.length;
    const isRest = origin?.client === id.client && origin.clock >= id.clock && origin.clock < end;
    const start = isRest ? origin.clock + 1 : id.clock;
    const isBound =
      bound?.client === id.client &&
      bound.clock >= start &&
      bound.clock < end &&
      (next === null || next.root === spot || isPassed(next.root));
    const itsOrigin = isRest ? origin : item.origin;
    const isDirect = isSame(origin, itsOrigin);
    if (isBound) found = bound;
    if (isBound && bound.clock === start) break;
    if (!isDirect && (itsOrigin === null || !isPassed(itsOrigin))) break;
    visited.add(item);
    if (isDirect && id.client >= client && isSame(rightOrigin, item.rightOrigin)) stops = true;
    const passing = 1 + weightWithin(loose, id.client, start, end);
    between += passing;
    if (!stops) steps += passing;
    if (isBound) break;
  }
  return { steps, between, bound: found };
}
