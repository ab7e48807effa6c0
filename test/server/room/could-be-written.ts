import type * as Y from 'yjs';
import type { Insertion } from '../../../server/room/insertions.ts';
import type { Place } from '../../../server/room/place.ts';
import { eachInLists } from '../../../server/room/siblings.ts';

const nameOf = ({ client, clock }: Place): string => `${client}.${clock}`;

/** What an insertion builds on right away. */
function builtOn({ client, clock, origin, rightOrigin, list }: Insertion): Place[] {
  const places = [clock > 0 ? { client, clock: clock - 1 } : null, origin, rightOrigin];
  if (list !== undefined && typeof list.parent !== 'string') places.push(list.parent);
  return places.filter((place) => place !== null);
}

/**
 * The same as `stepsToLook` says, character by character: everything that an insertion builds on is looked up, and nothing of
 * it may stand between its neighbours in a document that has it all. Null where the list is gone or not there yet.
 */
export function couldBeWritten(
  doc: Y.Doc,
  written: readonly Insertion[],
  insertion: Insertion,
): boolean | null {
  const seen = new Set<string>();
  for (let open = builtOn(insertion); open.length > 0; ) {
    const place = open.pop() as Place;
    if (seen.has(nameOf(place))) continue;
    seen.add(nameOf(place));
    if (place.clock > 0) open.push({ client: place.client, clock: place.clock - 1 });
    const struct = written.find(({ client, clock }) => client === place.client && clock === place.clock);
    if (struct !== undefined) open = open.concat(builtOn(struct));
  }
  const list = listWith(doc, insertion.origin ?? insertion.rightOrigin);
  if (list === null) return null;
  const from = insertion.origin === null ? -1 : list.indexOf(nameOf(insertion.origin));
  const to = insertion.rightOrigin === null ? list.length : list.indexOf(nameOf(insertion.rightOrigin));
  return to > from && !list.slice(from + 1, to).some((name) => seen.has(name));
}

function listWith(doc: Y.Doc, place: Place | null): string[] | null {
  const lists: string[][] = [];
  eachInLists(doc, (item) => {
    if (item.left === null) lists.push([]);
    for (let k = 0; k < item.length; k += 1)
      lists.at(-1)?.push(nameOf({ client: item.id.client, clock: item.id.clock + k }));
  });
  return place === null ? null : (lists.find((list) => list.includes(nameOf(place))) ?? null);
}
