import * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import type { Insertion } from './insertions.ts';
import { isSame, type Place } from './place.ts';
import { addedAt, isParted, type Shelves, shelfOf } from './shelves.ts';
import { eachInLists } from './siblings.ts';
import { structAt } from './struct-at.ts';
import type { DeletedRange } from './update-reader.ts';
import type { Cost } from './walk.ts';

/**
 * At how many places of each clientID's structs Yjs cuts one when it takes the whole text in, and then makes it one again: where
 * something was put that does not stand there, so that what is left and right of the place stands together.
 */
export type Seams = Map<ClientId, number>;

/** Finds the seams of a text, those included that come to be when what stands there is deleted. */
export function findSeams(doc: Y.Doc, seams: Seams): void {
  seams.clear();
  const places = new Map<ClientId, Set<number>>();
  const add = ({ client, clock }: Place): void => {
    const clocks = places.get(client) ?? new Set<number>();
    if (clocks.size === 0) places.set(client, clocks);
    clocks.add(clock);
  };
  eachInLists(doc, ({ origin, rightOrigin, left, right }) => {
    if (origin !== null && !endsAt(left, origin)) {
      const place = { client: origin.client, clock: origin.clock + 1 };
      if (isSeam(doc, place)) add(place);
    }
    if (rightOrigin !== null && !isSame(right?.id ?? null, rightOrigin) && isSeam(doc, rightOrigin))
      add(rightOrigin);
  });
  for (const [client, clocks] of places) seams.set(client, clocks.size);
}

const endsAt = (item: Y.Item | null, { client, clock }: Place): boolean =>
  item !== null && item.id.client === client && item.id.clock + item.length - 1 === clock;

/** Whether what is left and right of a place is one, or stands side by side and may become one. */
function isSeam(doc: Y.Doc, place: Place): boolean {
  const struct = structAt(doc, place);
  if (!(struct instanceof Y.Item)) return false;
  return (
    struct.id.clock < place.clock || endsAt(struct.left, { client: place.client, clock: place.clock - 1 })
  );
}

/** How many structs are moved for the seams of a text when that is read whole: twice for each. */
export function movesOfSeams(doc: Y.Doc, seams: Seams): number {
  let moves = 0;
  for (const [client, count] of seams) moves += 2 * count * (doc.store.clients.get(client)?.length ?? 0);
  return moves;
}

/** By how many more an insertion makes them. Notes its seams. */
export function seamMovesFor(
  doc: Y.Doc,
  shelves: Shelves,
  seams: Seams,
  { client, origin, rightOrigin }: Insertion,
  { structs, between }: Cost,
): number {
  let moves = 2 * seamsOf(seams, client);
  // Typed on it stands left of what that before it stands left of.
  if (structs === 0) return moves;
  const sides = [origin, rightOrigin].filter((side) => side !== null);
  // What it cuts is one more struct.
  if (structs > 1) for (const side of sides) moves += 2 * seamsOf(seams, side.client);
  for (const side of sides) {
    const isSure = between === 0 && (side === origin || !isApart(doc, shelves, side, origin));
    if (isSure) continue;
    const shelf = shelfOf(shelves, side.client);
    const known = doc.store.clients.get(side.client)?.length ?? 0;
    moves += 2 * (known + shelf.structs + shelf.cuts.size + seamsOf(seams, side.client));
    seams.set(side.client, seamsOf(seams, side.client) + 1);
  }
  return moves;
}

/** Whether a right neighbour may be cut where nothing stands: the left one is elsewhere. */
function isApart(doc: Y.Doc, shelves: Shelves, right: Place, origin: Place | null): boolean {
  if (origin?.client === right.client && origin.clock === right.clock - 1) return false;
  const shelf = shelfOf(shelves, right.client);
  if (isParted(shelf, right.clock)) return false;
  const struct = structAt(doc, right);
  if (struct === null) {
    const start = addedAt(shelf, right.clock)?.clock ?? right.clock;
    // No editor puts something left of what it stands right of.
    return start < right.clock || (origin?.client === right.client && right.clock <= origin.clock);
  }
  return isSeam(doc, right);
}

/** As `seamMovesFor`, for what goes nowhere. */
export const seamMovesForNothing = (seams: Seams, { client }: Place): number => 2 * seamsOf(seams, client);

/** As `seamMovesFor`: what deletions cut is one more struct. */
export const seamMovesForDeletions = (seams: Seams, ranges: readonly DeletedRange[]): number =>
  seams.size === 0 ? 0 : ranges.reduce((moves, { client }) => moves + 4 * seamsOf(seams, client), 0);

const seamsOf = (seams: Seams, client: ClientId): number => seams.get(client) ?? 0;
