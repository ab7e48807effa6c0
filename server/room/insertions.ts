import type { ClientId } from '../ports/text-log.ts';
import type { Place } from './place.ts';

/** A struct that Yjs puts between two others. */
export interface Insertion {
  readonly client: ClientId;
  readonly clock: number;
  /** Clock behind it. */
  readonly end: number;
  /** What stood left and right of it when it was made. */
  readonly origin: Place | null;
  readonly rightOrigin: Place | null;
  /** Where it stands when there was neither. */
  readonly list?: List;
  /** What it holds (update-content.ts); characters unless it says otherwise. */
  readonly kind?: number;
}

/** The content of a shared type, or of one key of it. */
export interface List {
  /** The type's name, or where the struct that holds it stands. */
  readonly parent: string | Place;
  readonly key: string | null;
}

/** What a section of an update notes of its structs. */
export interface Noted {
  readonly client: ClientId;
  readonly structs: readonly number[];
  readonly lists: readonly List[];
}

/** Numbers by which a section notes one struct: clock, end, origin and right origin as clientID and clock, and what it holds. */
export const FIELDS = 7;
/** Stands for a neighbour that is not there; for the clock of an origin then stands which of the section's lists. */
const NONE = -1;
/** Stands for an origin of what was deleted with all around it: Yjs puts it nowhere. */
const NOWHERE = -2;

/** Notes one struct of a section. `list` only where it has no neighbours. */
export function noteInsertion(
  { structs, lists }: { readonly structs: number[]; readonly lists: List[] },
  clock: number,
  length: number,
  origin: Place | null,
  rightOrigin: Place | null,
  list: List | null,
  kind: number,
): void {
  structs.push(clock, clock + length, origin?.client ?? NONE, origin?.clock ?? lists.length);
  structs.push(rightOrigin?.client ?? NONE, rightOrigin?.clock ?? NONE, kind);
  if (list !== null) lists.push(list);
}

/** Notes a struct that Yjs puts nowhere. */
export function noteNothing(
  { structs }: { readonly structs: number[] },
  clock: number,
  length: number,
): void {
  structs.push(clock, clock + length, NOWHERE, NONE, NONE, NONE, NONE);
}

const place = (client: number | undefined, clock: number | undefined): Place | null =>
  client === undefined || client === NONE ? null : { client, clock: clock as number };

/** What is new of the struct that a section notes at `at`; null when that goes nowhere. */
export function insertionAt({ client, structs, lists }: Noted, at: number, known: number): Insertion | null {
  const [clock = 0, end = 0, by, from, rightBy, right, kind = 0] = structs.slice(at, at + FIELDS);
  if (by === NOWHERE) return null;
  const rightOrigin = place(rightBy, right);
  // Yjs puts the rest of what is half known behind the half that is.
  if (clock < known)
    return { client, clock: known, end, origin: { client, clock: known - 1 }, rightOrigin, kind };
  const origin = place(by, from);
  if (origin !== null || rightOrigin !== null) return { client, clock, end, origin, rightOrigin, kind };
  return { client, clock, end, origin, rightOrigin, kind, list: lists[from as number] as List };
}
