import type { ClientId } from '../ports/text-log.ts';
import { emptied } from './emptied.ts';
import { lastUpTo } from './last-up-to.ts';
import type { Place } from './place.ts';

/** A struct in a list, or a part of one. */
export interface Part {
  readonly client: ClientId;
  readonly start: number;
  end: number;
  readonly origin: Place | null;
  readonly rightOrigin: Place | null;
  /** What stands right of it; undefined as long as that is what the document says. */
  right: Part | null | undefined;
}

/** By clientID, in the order of their clocks. */
export type Parts = Map<ClientId, Part[]>;

/**
 * How the lists of a document will stand when it has taken in what is on its way: of the document only what was looked at. Holds
 * as long as the document stays as it is (ahead.ts).
 */
export interface Ahead {
  parts: Parts;
  /** What lists begin with, by their names. */
  heads: Map<string, Part | null>;
  /** How much of what is on its way is in it. */
  applied: number;
  /** How many parts it was ever given. */
  looked: number;
  /** It is forgotten when the document changes. */
  isWatched: boolean;
}

export const createAhead = (): Ahead => ({
  parts: new Map(),
  heads: new Map(),
  applied: 0,
  looked: 0,
  isWatched: false,
});

/** The document it was seen in changes, or what is on its way does not come. */
export function forget(ahead: Ahead): void {
  ahead.parts = emptied(ahead.parts);
  ahead.heads = emptied(ahead.heads);
  ahead.applied = 0;
}

const startOf = ({ start }: Part): number => start;

/** The last part of a clientID that does not begin behind a place. */
export function partUpTo({ parts }: Ahead, { client, clock }: Place): Part | null {
  const list = parts.get(client);
  return list?.[lastUpTo(list, clock, startOf)] ?? null;
}

export function addPart(ahead: Ahead, part: Part): Part {
  const list = ahead.parts.get(part.client);
  if (list === undefined) ahead.parts.set(part.client, [part]);
  else list.splice(lastUpTo(list, part.start, startOf) + 1, 0, part);
  ahead.looked += 1;
  return part;
}

/** Cuts a part in two before a clock, and answers the second. */
export function cutPart(ahead: Ahead, part: Part, clock: number): Part {
  const { client, end, rightOrigin, right } = part;
  const origin = { client, clock: clock - 1 };
  part.end = clock;
  part.right = addPart(ahead, { client, start: clock, end, origin, rightOrigin, right });
  return part.right;
}
