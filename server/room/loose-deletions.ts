import type * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import type { Place } from './place.ts';
import {
  addedFrom,
  behind,
  countAt,
  JOINS,
  noteMerges,
  pending,
  type Shelf,
  type Shelves,
  shelfOf,
} from './shelves.ts';
import { nameOf } from './tops.ts';
import { TYPE } from './update-content.ts';

/** One is taken out of an array at a place. */
export function merge(doc: Y.Doc, shelves: Shelves, place: Place): number {
  const moves = behind(doc, shelves, place);
  noteMerges(shelves, shelfOf(shelves, place.client), 1);
  return moves;
}

/** What is on its way into a type that is deleted, or comes yet. */
export function amongLoose(shelves: Shelves, top: string): number {
  const runs = shelves.under.get(top);
  shelves.under.delete(top);
  shelves.gone.add(top);
  let moves = 0;
  for (const [client, count] of runs ?? []) moves += mergeAdded(shelves, shelfOf(shelves, client), count);
  return moves;
}

function mergeAdded(shelves: Shelves, shelf: Shelf, count: number): number {
  noteMerges(shelves, shelf, count);
  return count * (shelf.structs + pending(shelves, shelf));
}

/** How many are moved when what is on its way is deleted: what is beside each other becomes one. */
export function amongAdded(
  doc: Y.Doc,
  shelves: Shelves,
  client: ClientId,
  clock: number,
  end: number,
): number {
  const shelf = shelfOf(shelves, client);
  let moves = 0;
  let isRun = false;
  for (let k = addedFrom(shelf, clock); k < shelf.added.length; k += 1) {
    const added = shelf.added[k] as Shelf['added'][number];
    // One behind the last may have been deleted before.
    if (added.clock > end) break;
    const isOne = added.joins === JOINS.deleted && added.clock >= clock;
    if (isOne && !isRun) moves += merge(doc, shelves, { client, clock: added.clock });
    isRun = isOne;
    if (added.clock === end) break;
    const parts = partsWithin(shelf, k, clock, end);
    if (parts > 0) moves += parts * behind(doc, shelves, { client, clock: Math.max(clock, added.clock) });
    noteMerges(shelves, shelf, parts);
    if (added.kind === TYPE && added.clock >= clock)
      moves += amongLoose(shelves, added.top ?? nameOf({ client, clock: added.clock }));
  }
  return moves;
}

/** How often what was typed on becomes one while the rest of it stands apart, because it is deleted. */
function partsWithin(shelf: Shelf, at: number, clock: number, end: number): number {
  const added = shelf.added[at] as Shelf['added'][number];
  const count = countAt(shelf, at);
  const from = Math.max(clock, added.clock);
  const to = Math.min(end, shelf.added[at + 1]?.clock ?? shelf.end);
  const withBefore = added.joins === JOINS.always && added.top === null && added.clock > clock ? 1 : 0;
  if (count === 1 || to - from < 2) return withBefore;
  let parts = 1 + shelf.halves;
  shelf.cuts.within(from + 1, to, () => {
    parts += 1;
  });
  return withBefore + Math.min(count - 1, parts);
}
