import * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import { Blocks } from './blocks.ts';
import { lastUpTo } from './last-up-to.ts';
import type { Place } from './place.ts';

/**
 * What is known of the arrays in which Yjs keeps the structs of each clientID, beyond those of the room's document. Whoever
 * cuts a struct in two has one more put into its array, whoever makes one of two takes one out, and each time all that stand
 * behind it are moved (yjs/src/utils/StructStore.js, Transaction.js: tryToMergeWithLefts).
 */
export interface Shelves {
  readonly byClient: Map<ClientId, Shelf>;
  /** Of each type that stands in a text, how many runs of what is in it would become one each if it were deleted. */
  readonly under: Map<string, Map<ClientId, number>>;
  /** Types that are being deleted. */
  readonly gone: Set<string>;
  /** How often one is taken out again of some array. */
  merges: number;
  /** How many were put into arrays, or are taken out of them. */
  size: number;
  /** Structs of the largest array of the document; -1 until somebody asks. */
  largest: number;
}

export interface Shelf {
  /** What was put behind all that the document has, by clock. */
  readonly added: Added[];
  /** Clock behind the last of it. */
  end: number;
  /** Where structs of the document, or of these, are cut for good. */
  readonly cuts: Blocks<number>;
  /** Where deletions begin and end. */
  readonly edges: Blocks<number>;
  /** How often one is taken out again at the end, at whatever place. */
  merges: number;
  /** How many of those stand there only because something was cut. */
  halves: number;
  /** How often something was put behind one of these. */
  breaks: number;
}

/** When a struct becomes one with that before it. */
export const JOINS = { never: 0, deleted: 1, always: 2 } as const;

export interface Added {
  readonly clock: number;
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
  largest: -1,
});

export function clearShelves(shelves: Shelves): void {
  shelves.byClient.clear();
  shelves.under.clear();
  shelves.gone.clear();
  shelves.merges = 0;
  shelves.size = 0;
  shelves.largest = -1;
}

const itself = (clock: number): number => clock;

export function shelfOf(shelves: Shelves, client: ClientId): Shelf {
  let shelf = shelves.byClient.get(client);
  if (shelf === undefined) {
    shelf = {
      added: [],
      end: 0,
      cuts: new Blocks(itself),
      edges: new Blocks(itself),
      merges: 0,
      halves: 0,
      breaks: 0,
    };
    shelves.byClient.set(client, shelf);
  }
  return shelf;
}

const clockOf = ({ clock }: Added): number => clock;

/** What was added and has a clock; undefined when the document has it, or nobody. */
export function addedAt({ added, end }: Shelf, clock: number): Added | undefined {
  return clock < end ? added[lastUpTo(added, clock, clockOf)] : undefined;
}

/** Index of the first that was added from `clock` on. */
export const firstAddedFrom = ({ added }: Shelf, clock: number): number =>
  lastUpTo(added, clock - 1, clockOf) + 1;

/** Structs of a clientID that the document has; none when it does not have `clock`. */
export function structsWith(doc: Y.Doc, { client, clock }: Place): readonly (Y.Item | Y.GC)[] | null {
  const structs = doc.store.clients.get(client);
  const last = structs?.at(-1);
  return structs === undefined || last === undefined || clock >= last.id.clock + last.length ? null : structs;
}

/** At most how many stand behind a place when all that is known of is there. */
export function behind(doc: Y.Doc, shelves: Shelves, place: Place): number {
  const shelf = shelfOf(shelves, place.client);
  const structs = structsWith(doc, place);
  const standing =
    structs === null
      ? shelf.added.length - firstAddedFrom(shelf, place.clock)
      : structs.length - 1 - Y.findIndexSS(structs as (Y.Item | Y.GC)[], place.clock) + shelf.added.length;
  return standing + shelf.cuts.countBehind(place.clock) + shelf.halves;
}

/** How often one is taken out again. */
export const pending = (shelves: Shelves, shelf: Shelf): number => shelf.merges + shelves.merges;

/** Notes that so many are taken out again. */
export function noteMerges(shelves: Shelves, shelf: Shelf, count: number): void {
  shelf.merges += count;
  shelves.size += count;
}

/** At most how many stand behind any place, as `behind`. */
export function behindAny(doc: Y.Doc, shelves: Shelves): number {
  if (shelves.largest < 0)
    for (const structs of doc.store.clients.values())
      shelves.largest = Math.max(shelves.largest, structs.length);
  return shelves.largest + shelves.size;
}
