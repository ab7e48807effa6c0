import * as Y from 'yjs';
import type { Place } from './place.ts';
import { addedAt, behind, pending, type Shelves, shelfOf, structsWith } from './shelves.ts';
import { structAt } from './struct-at.ts';

/** Cuts what has something in its middle left of a place. `undone`: it may become one again. */
export function cut(doc: Y.Doc, shelves: Shelves, place: Place, undone: boolean): number {
  const shelf = shelfOf(shelves, place.client);
  const structs = structsWith(doc, place);
  const struct = structs === null ? null : structAt(doc, place);
  const start = struct?.id.clock ?? addedAt(shelf, place.clock)?.clock;
  if (start === undefined || start === place.clock || struct instanceof Y.GC) return 0;
  // Where something is deleted, what was cut may have become one since.
  if (shelf.cuts.upTo(place.clock) === place.clock && shelf.edges.upTo(place.clock) !== place.clock) return 0;
  const moved = behind(doc, shelves, place);
  const later = pending(shelves, shelf);
  shelves.size += 1;
  if (undone) {
    shelf.merges += 1;
    shelf.halves += 1;
  } else shelf.cuts.add(place.clock);
  return (undone ? 2 : 1) * moved + later + 1;
}
