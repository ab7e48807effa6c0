import type * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import { Blocks } from './blocks.ts';
import { emptied } from './emptied.ts';
import type { Insertion } from './insertions.ts';
import { lastUpTo } from './last-up-to.ts';
import { type Ahead, createAhead, forget } from './parts.ts';
import type { Place } from './place.ts';
import { clearShelves, createShelves, type Shelves } from './shelves.ts';
import type { Past, Sights } from './sights.ts';

/**
 * What was admitted since the room's document was last known to have everything: as much of it as tells how far Yjs will
 * walk when more is put in between (walk.ts). Stays right when the document has taken in some of it meanwhile.
 */
export interface LooseStructs {
  /** By clientID, in the order of their clocks. */
  stretches: Map<ClientId, Stretch[]>;
  spots: Map<ClientId, Blocks<Spot>>;
  /** The arrays in which Yjs keeps structs. */
  readonly shelves: Shelves;
  /** The beginnings of lists, by their names. */
  heads: Map<string, Spot>;
  /** Stretches in the order in which they came, without those that the document was seen to have. */
  recent: Stretch[];
  readonly ahead: Ahead;
  /** What clientIDs had seen; of what the document has, so that it stays when nothing is loose. */
  readonly sights: Sights;
  /** What those had seen who wrote what is loose, and only of those of whom that was asked. */
  pasts: Map<ClientId, Past>;
  /** How many stretches and spots there are. */
  size: number;
  /** Into how many more parts deletions may have cut what is there. */
  cuts: number;
  /** Size and cuts when it was last counted anew. */
  sizeBefore: number;
}

/** Structs of one clientID, each behind the one before when it was made, and left of the same neighbour. */
export interface Stretch {
  readonly client: ClientId;
  readonly start: number;
  end: number;
  /** What the first of them stands behind. */
  readonly origin: Place | null;
  /** What stands in the document, or the beginning of a list, behind which all of it hangs. */
  readonly root: Spot;
  readonly rightOrigin: Place | null;
  /** What it stands left of in the document, where that is certain: a right neighbour need not stand right of the left one. */
  readonly bound: Place | null;
}

/** A place behind which something was put. */
export interface Spot extends Place {
  /** Structs that hang there, over others too, and cuts through what stands there. */
  weight: number;
  /** What stands right behind it of these, as long as that is sure. */
  next: Place | null;
  /** Something hangs there, and what stands right behind it is not sure. */
  confused: boolean;
  /** Of a list's beginning, which list that is. */
  readonly list: List | null;
}

/** The content of a type, or of one key of it. */
export interface List {
  /** Tells it from all others. */
  readonly name: string;
  /** The type's name, or where the struct that holds it stands. */
  readonly parent: string | Place;
  readonly key: string | null;
  readonly keyed: boolean;
  /** What the document has of it. */
  readonly first: () => Y.Item | null;
}

/** Where a list begins stands nothing of anybody's. */
const NOBODY = -1;

export const createLooseStructs = (): LooseStructs => ({
  stretches: new Map(),
  spots: new Map(),
  heads: new Map(),
  recent: [],
  ahead: createAhead(),
  sights: new Map(),
  pasts: new Map(),
  shelves: createShelves(),
  size: 0,
  cuts: 0,
  sizeBefore: 0,
});

export function clear(loose: LooseStructs): void {
  loose.stretches = emptied(loose.stretches);
  loose.spots = emptied(loose.spots);
  loose.heads = emptied(loose.heads);
  loose.recent = [];
  forget(loose.ahead);
  loose.pasts = emptied(loose.pasts);
  clearShelves(loose.shelves);
  loose.size = 0;
  loose.cuts = 0;
  loose.sizeBefore = 0;
}

export const startOf = ({ start }: Stretch): number => start;
const clockOf = ({ clock }: Spot): number => clock;

/** The stretch that has a place; null when it is the document's. */
export function stretchAt(loose: LooseStructs, { client, clock }: Place): Stretch | null {
  const list = loose.stretches.get(client);
  const stretch = list?.[lastUpTo(list, clock, startOf)];
  return stretch !== undefined && clock < stretch.end ? stretch : null;
}

export function spotAt(loose: LooseStructs, { client, clock }: Place): Spot | null {
  const spot = loose.spots.get(client)?.upTo(clock);
  return spot?.clock === clock ? spot : null;
}

/** What hangs behind, and cuts, a struct's places from `from` on and before `end`. */
export function weightWithin(loose: LooseStructs, client: ClientId, from: number, end: number): number {
  let weight = 0;
  loose.spots.get(client)?.within(from, end, (spot) => {
    weight += spot.weight;
  });
  return weight;
}

/** The spot at a place, made if there is none. */
export function spotFor(loose: LooseStructs, { client, clock }: Place): Spot {
  let spots = loose.spots.get(client);
  if (spots === undefined) {
    spots = new Blocks(clockOf);
    loose.spots.set(client, spots);
  }
  const found = spots.upTo(clock);
  if (found?.clock === clock) return found;
  const spot = { client, clock, weight: 0, next: null, confused: false, list: null };
  spots.add(spot);
  loose.size += 1;
  return spot;
}

/** The spot at the beginning of a list, made if there is none. */
export function headFor(loose: LooseStructs, list: List): Spot {
  const found = loose.heads.get(list.name);
  if (found !== undefined) return found;
  const spot = { client: NOBODY, clock: NOBODY, weight: 0, next: null, confused: false, list };
  loose.heads.set(list.name, spot);
  loose.size += 1;
  return spot;
}

/** Whether something was put behind a place. */
export const isTaken = (spot: Spot | null): boolean => spot !== null && (spot.next !== null || spot.confused);

/** Notes what was put behind `spot`, and with everything that hangs behind `root`. `sure`: right behind. */
export function hang(
  loose: LooseStructs,
  { client, clock, end, origin, rightOrigin }: Insertion,
  spot: Spot,
  sure: boolean,
  root: Spot,
  bound: Place | null,
): void {
  spot.next = { client, clock };
  spot.confused = !sure;
  root.weight += 1;
  const list = loose.stretches.get(client) ?? [];
  if (list.length === 0) loose.stretches.set(client, list);
  const stretch = { client, start: clock, end, origin, root, rightOrigin, bound };
  list.push(stretch);
  loose.recent.push(stretch);
  loose.size += 1;
}
