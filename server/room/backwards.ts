import * as Y from 'yjs';
import type { Stretch } from './loose-structs.ts';
import type { Place } from './place.ts';
import { structAt } from './struct-at.ts';

/**
 * Whether the right neighbour is the left one, or stands left of it in one piece with it. No editor makes it, and readers who
 * take such things in another order would read another text (R81). `stretch`: what the left one stands in among what is loose.
 */
export function isBackwards(
  doc: Y.Doc,
  stretch: Pick<Stretch, 'start'> | null,
  origin: Place,
  rightOrigin: Place | null,
): boolean {
  if (rightOrigin === null || rightOrigin.client !== origin.client || rightOrigin.clock > origin.clock)
    return false;
  if (stretch !== null) return rightOrigin.clock >= stretch.start;
  const struct = structAt(doc, origin);
  // What is gone may have stood in any order, and is no piece.
  return struct instanceof Y.Item && rightOrigin.clock >= struct.id.clock;
}
