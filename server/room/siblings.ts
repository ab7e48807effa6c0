import * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import { isSame, type Place } from './place.ts';
import { structAt } from './struct-at.ts';

/** One of the structs that were put right behind the same place. */
export interface Sibling extends Place {
  readonly rightOrigin: Place | null;
  /** By how many of the others it, and all that hangs behind it, may be passed. */
  own: number;
}

/** Tells every item of a text, those of one list from left to right. */
export function eachInLists(doc: Y.Doc, tell: (item: Y.Item) => void): void {
  for (const structs of doc.store.clients.values())
    for (const struct of structs)
      if (struct instanceof Y.Item && struct.left === null)
        for (let item: Y.Item | null = struct; item !== null; item = item.right) tell(item);
}

/**
 * Those places of a text behind which structs stand that do not all build on the next to their right, each with these structs from
 * left to right. What was typed by people who knew what was there needs one look at each struct.
 */
export function contested(doc: Y.Doc): Sibling[][] {
  const lists: Y.Item[][] = [];
  const places = findContested(doc, lists);
  if (places.size > 0)
    eachInLists(doc, (item) => {
      if (item.origin !== null) places.get(item.origin.client)?.get(item.origin.clock)?.push(item);
    });
  const groups = lists.map((items) => items.map(siblingOf));
  for (const [client, byClock] of places)
    for (const [clock, items] of byClock)
      groups.push([...restBehind(doc, { client, clock }), ...items.map(siblingOf)]);
  return groups;
}

type Places = Map<ClientId, Map<number, Y.Item[]>>;

/** The places, without their structs yet. What stands at the beginning of a list goes to `lists`. */
function findContested(doc: Y.Doc, lists: Y.Item[][]): Places {
  const places: Places = new Map();
  /** By clientID and clock, which item was the last to be seen behind that place. By map: one struct may have any length. */
  const behind = new Map<ClientId, Map<number, Y.Item>>();
  let first: Y.Item[] = [];
  let isContested = false;
  const end = (): void => {
    if (isContested) lists.push(first);
    first = [];
    isContested = false;
  };
  eachInLists(doc, (item) => {
    const { origin, left } = item;
    if (left === null) end();
    if (origin === null) {
      const before = first.at(-1);
      isContested ||= before !== undefined && !isSame(before.rightOrigin, item.id);
      first.push(item);
      return;
    }
    const { client, clock } = origin;
    const byPlace = behind.get(client) ?? new Map<number, Y.Item>();
    if (byPlace.size === 0) behind.set(client, byPlace);
    const before = byPlace.get(clock) ?? beforeFirst(doc, origin, left);
    byPlace.set(clock, item);
    if (before === null || isSame(before.rightOrigin, item.id)) return;
    const byClock = places.get(client) ?? new Map<number, Y.Item[]>();
    if (byClock.size === 0) places.set(client, byClock);
    byClock.set(clock, []);
  });
  end();
  return places;
}

const endOf = ({ id, length }: Y.Item): number => id.clock + length;

/** What goes on behind a place, if it stands before what was put there: the rest of the same struct. */
function beforeFirst(doc: Y.Doc, { client, clock }: Place, left: Y.Item | null): Y.Item | null {
  if (left !== null && left.id.client === client && endOf(left) === clock + 1) return null;
  const holder = structAt(doc, { client, clock });
  return holder instanceof Y.Item && endOf(holder) > clock + 1 ? holder : null;
}

const siblingOf = ({ id, rightOrigin }: Y.Item): Sibling => ({ ...id, rightOrigin, own: 0 });

/** What follows a place in the same struct stands before all else that is behind it. */
function restBehind(doc: Y.Doc, { client, clock }: Place): Sibling[] {
  const holder = structAt(doc, { client, clock });
  if (!(holder instanceof Y.Item) || endOf(holder) === clock + 1) return [];
  return [{ client, clock: clock + 1, rightOrigin: holder.rightOrigin, own: 0 }];
}

const nameOf = ({ client, clock }: Place): string => `${client}.${clock}`;

/**
 * Counts for each of the siblings by how many others it may be passed: by those to its right that it does not build on, and
 * by those to its left whose right neighbour is further right. What somebody typed who knew what was there builds on all to
 * its right, one on the other.
 */
export function countPassing(siblings: readonly Sibling[]): void {
  const last = siblings.length - 1;
  /** On how many to its right each builds. */
  const known = new Int32Array(siblings.length);
  const skipped = new Int32Array(siblings.length + 1);
  let places: Map<string, number> | null = null;
  for (let k = last - 1; k >= 0; k -= 1) {
    const { rightOrigin } = siblings[k] as Sibling;
    let to = k + 1;
    if (!isSame(rightOrigin, siblings[to] as Sibling)) {
      places ??= new Map(siblings.map((sibling, at) => [nameOf(sibling), at]));
      const found = rightOrigin === null ? undefined : places.get(nameOf(rightOrigin));
      to = found !== undefined && found > k ? found : siblings.length;
      skipped[k + 1] = (skipped[k + 1] as number) + 1;
      skipped[to] = (skipped[to] as number) - 1;
    }
    known[k] = to > last ? 0 : (known[to] as number) + 1;
  }
  let passing = 0;
  for (const [k, sibling] of siblings.entries()) {
    passing += skipped[k] as number;
    sibling.own = last - k - (known[k] as number) + passing;
  }
}
