import * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import { Blocks } from './blocks.ts';
import { emptied } from './emptied.ts';
import { lastNumberUpTo } from './last-up-to.ts';
import type { Place } from './place.ts';

/**
 * What is known of the arrays in which Yjs keeps the structs of each clientID, beyond those of the room's document. Whoever
 * cuts a struct in two has one more put into its array, whoever makes one of two takes one out, and each time all that stand
 * behind it are moved (yjs/src/utils/StructStore.js, Transaction.js: tryToMergeWithLefts).
 */
export interface Shelves {
  byClient: Map<ClientId, Shelf>;
  /** Of each type that stands in a text, how many runs of what is in it would become one each if it were deleted. */
  under: Map<string, Map<ClientId, number>>;
  /** Types that are being deleted. */
  gone: Set<string>;
  /** How often one is taken out again of some array. */
  merges: number;
  /** How many were put into arrays, or are taken out of them, without those that were typed on. */
  size: number;
  /** How many were typed on: nothing is noted of each. */
  typedOn: number;
  /** Structs of the largest array of the document; -1 until somebody asks. */
  largest: number;
}

export interface Shelf {
  /** What was put behind all that the document has, by clock; what was typed on from there goes with it. */
  readonly added: Added[];
  /** Their clocks. */
  readonly clocks: number[];
  /** How many structs all that may be. */
  structs: number;
  /** Clock behind the last of it. */
  end: number;
  /** Where structs of the document, or of these, are cut for good. */
  readonly cuts: Blocks<number>;
  /** Where deletions begin and end. */
  readonly edges: Blocks<number>;
  /** How often one is taken out again at the end, at whatever place, while all of them stand. */
  merges: number;
  /** How often what was typed on becomes one: from right to left, so that what was typed on behind it is one already. */
  joins: number;
  /** How many of those stand there only because something was cut. */
  halves: number;
  /** How often something was put behind one of these. */
  breaks: number;
}

/** When a struct becomes one with that before it. */
export const JOINS = { never: 0, deleted: 1, always: 2 } as const;

export interface Added {
  readonly clock: number;
  /** How many structs stand before it. */
  readonly before: number;
  readonly kind: number;
  /** What it is in: null is a text, `GONE` nowhere, `KEYED` a key of a root, else the type in a text that has it. */
  readonly top: string | null;
  readonly joins: 0 | 1 | 2;
  readonly rightOrigin: Place | null;
}

export const GONE = '';
export const KEYED = '/';

export const createShelves = (): Shelves => ({
  byClient: new Map(),
  under: new Map(),
  gone: new Set(),
  merges: 0,
  size: 0,
  typedOn: 0,
  largest: -1,
});

export function clearShelves(shelves: Shelves): void {
  shelves.byClient = emptied(shelves.byClient);
  shelves.under = emptied(shelves.under);
  shelves.gone = emptied(shelves.gone);
  shelves.merges = 0;
  shelves.size = 0;
  shelves.typedOn = 0;
  shelves.largest = -1;
}

const itself = (clock: number): number => clock;

export function shelfOf(shelves: Shelves, client: ClientId): Shelf {
  let shelf = shelves.byClient.get(client);
  if (shelf === undefined) {
    shelf = {
      added: [],
      clocks: [],
      structs: 0,
      end: 0,
      cuts: new Blocks(itself),
      edges: new Blocks(itself),
      merges: 0,
      joins: 0,
      halves: 0,
      breaks: 0,
    };
    shelves.byClient.set(client, shelf);
  }
  return shelf;
}

/** What was added and has a clock; undefined when the document has it, or nobody. */
export function addedAt({ added, clocks, end }: Shelf, clock: number): Added | undefined {
  return clock < end ? added[lastNumberUpTo(clocks, clock)] : undefined;
}

/** Index of what was added and has a clock, or else of the first behind that. */
export const addedFrom = ({ clocks }: Shelf, clock: number): number =>
  Math.max(0, lastNumberUpTo(clocks, clock));

/** How many structs one that was added may be, with what was typed on from there. */
export const countAt = ({ added, structs }: Shelf, at: number): number =>
  (added[at + 1]?.before ?? structs) - (added[at] as Added).before;

/** Whether something was put into a place for good, so that what is left and right of it never becomes one. */
export const isParted = ({ cuts, edges }: Shelf, clock: number): boolean =>
  // Where something is deleted, what was cut may have become one since.
  cuts.has(clock) && !edges.has(clock);

/** Adds one more to what was added last. */
export function addTypedOn(shelves: Shelves, shelf: Shelf, end: number): number {
  const last = shelf.added.at(-1) as Added;
  if (last.joins !== JOINS.always && shelf.structs - last.before === 1) noteJoin(shelves, shelf);
  shelf.structs += 1;
  shelf.end = end;
  shelves.typedOn += 1;
  return shelf.merges + shelves.merges;
}

/** Structs of a clientID that the document has; none when it does not have `clock`. */
export function structsWith(doc: Y.Doc, { client, clock }: Place): readonly (Y.Item | Y.GC)[] | null {
  const structs = doc.store.clients.get(client);
  const last = structs?.at(-1);
  return structs === undefined || last === undefined || clock >= last.id.clock + last.length ? null : structs;
}

/** At most how many of those that were added stand behind a clock, from the one at `at` on. */
export function addedBehind(shelf: Shelf, at: number, clock: number): number {
  if (clock >= shelf.end) return 0;
  const next = shelf.added[at + 1];
  // Each takes a clock.
  const goingOn = Math.min(countAt(shelf, at), (next?.clock ?? shelf.end) - clock);
  return goingOn + shelf.structs - (next?.before ?? shelf.structs);
}

/** How many more there are behind a clock because something was cut. */
export const cutBehind = ({ cuts, halves }: Shelf, clock: number): number => cuts.countBehind(clock) + halves;

/** At most how many stand behind a place when all that is known of is there. */
export function behind(doc: Y.Doc, shelves: Shelves, place: Place): number {
  const shelf = shelfOf(shelves, place.client);
  const structs = structsWith(doc, place);
  const standing =
    structs === null
      ? addedBehind(shelf, addedFrom(shelf, place.clock), place.clock)
      : structs.length - 1 - Y.findIndexSS(structs as (Y.Item | Y.GC)[], place.clock) + shelf.structs;
  return standing + cutBehind(shelf, place.clock);
}

/** How often one is taken out again. */
export const pending = (shelves: Shelves, shelf: Shelf): number =>
  shelf.merges + shelf.joins + shelves.merges;

/** Notes that so many are taken out again. */
export function noteMerges(shelves: Shelves, shelf: Shelf, count: number): void {
  shelf.merges += count;
  shelves.size += count;
}

/** Notes that what was typed on becomes one. */
export function noteJoin(shelves: Shelves, shelf: Shelf): void {
  shelf.joins += 1;
  shelves.size += 1;
}

/** At most how many stand behind any place, as `behind`. */
export function behindAny(doc: Y.Doc, shelves: Shelves): number {
  if (shelves.largest < 0)
    for (const structs of doc.store.clients.values())
      shelves.largest = Math.max(shelves.largest, structs.length);
  return shelves.largest + shelves.size + shelves.typedOn;
}
