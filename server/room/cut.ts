import * as Y from 'yjs';
import type { Place } from './place.ts';
import {
  type Added,
  addedBehind,
  addedFrom,
  countAt,
  cutBehind,
  isParted,
  JOINS,
  noteJoin,
  noteMerges,
  pending,
  type Shelf,
  type Shelves,
  shelfOf,
  structsWith,
} from './shelves.ts';

/** Cuts what has something in its middle left of a place. `undone`: it may become one again. Answers how many are moved. */
export function cut(doc: Y.Doc, shelves: Shelves, place: Place, undone: boolean): number {
  const shelf = shelfOf(shelves, place.client);
  const { clock } = place;
  if (isParted(shelf, clock)) return 0;
  const structs = structsWith(doc, place) as (Y.Item | Y.GC)[] | null;
  if (structs === null) return cutAdded(shelves, shelf, clock, undone);
  const at = Y.findIndexSS(structs, clock);
  const struct = structs[at];
  if (struct instanceof Y.GC || struct?.id.clock === clock) return 0;
  const moved = structs.length - 1 - at + shelf.structs + cutBehind(shelf, clock);
  const later = pending(shelves, shelf);
  note(shelves, shelf, clock, undone);
  if (undone) noteMerges(shelves, shelf, 1);
  return (undone ? 2 : 1) * moved + later + 1;
}

function cutAdded(shelves: Shelves, shelf: Shelf, clock: number, undone: boolean): number {
  const at = addedFrom(shelf, clock);
  const added = shelf.added[at];
  if (added === undefined || clock < added.clock || clock >= shelf.end) return 0;
  const isRun = isOneAround(shelf, at, added, clock);
  if (clock === added.clock && !isRun) return 0;
  const moved = addedBehind(shelf, at, clock) + cutBehind(shelf, clock);
  const later = pending(shelves, shelf);
  note(shelves, shelf, clock, undone);
  if (undone || (isRun && added.top !== null)) noteMerges(shelves, shelf, 1);
  else if (isRun) noteJoin(shelves, shelf);
  return (undone || isRun ? 2 : 1) * moved + later + 1;
}

/** Whether several become one around a clock. They may come as one that is cut, and then become one on each side of the place. */
const isOneAround = (shelf: Shelf, at: number, added: Added, clock: number): boolean =>
  added.joins === JOINS.always || (added.clock < clock && countAt(shelf, at) > 1);

function note(shelves: Shelves, shelf: Shelf, clock: number, undone: boolean): void {
  shelves.size += 1;
  if (undone) shelf.halves += 1;
  else shelf.cuts.add(clock);
}
