import type { Connection } from './connection.ts';
import type { Frontier } from './frontier.ts';
import type { Shown } from './live-text.ts';

/** A frame for everybody in a room. */
export interface Posted {
  /** Who is behind gets the text as a difference and presence and attendance as they then are; events are kept. */
  readonly kind: 'text' | 'presence' | 'attendance' | 'event' | 'keep-alive';
  readonly frame: Uint8Array;
  /** What single connections get in its place; null is nothing. */
  readonly instead: ReadonlyMap<Connection, Uint8Array | null> | null;
  /** Of text: what somebody has who has all before it. */
  readonly before: Shown['before'] | null;
}

/**
 * What a room has to tell everybody, in order, until everybody has it. Each connection knows the number of the next
 * entry that it has to get; so receivers are served in turn, each with all that came since its last turn in one write.
 */
export interface Outbox {
  readonly posted: Posted[];
  /** Number of the first of `posted`. */
  first: number;
  /** Those who get something else in the place of at least one entry; null is nobody. New ones each time: see `emptied`. */
  excepted: Set<Connection> | null;
  /** Lists of frames from a number to the end, so that receivers at the same place share one. */
  lists: Map<number, readonly Uint8Array[]> | null;
}

export const createOutbox = (): Outbox => ({
  posted: [],
  first: 0,
  excepted: null,
  lists: null,
});

/** Number behind the last entry. */
export const endOf = ({ first, posted }: Outbox): number => first + posted.length;

export function post(
  outbox: Outbox,
  kind: Posted['kind'],
  frame: Uint8Array,
  { instead = null, before = null }: Partial<Pick<Posted, 'instead' | 'before'>> = {},
): void {
  outbox.posted.push({ kind, frame, instead, before });
  except(outbox, instead);
  outbox.lists = null;
}

function except(outbox: Outbox, instead: Posted['instead']): void {
  if (instead === null) return;
  outbox.excepted ??= new Set();
  for (const connection of instead.keys()) outbox.excepted.add(connection);
}

/** Forgets entries before `number`: everybody has them. */
export function forget(outbox: Outbox, number: number): void {
  const count = number - outbox.first;
  if (count <= 0) return;
  outbox.posted.splice(0, count);
  outbox.first = number;
  outbox.lists = null;
  outbox.excepted = null;
  for (const { instead } of outbox.posted) except(outbox, instead);
}

/** All that a connection has not had yet, in order. */
export function framesFor(outbox: Outbox, connection: Connection): readonly Uint8Array[] {
  const from = connection.next;
  const plain = connection.listening && outbox.excepted?.has(connection) !== true;
  const known = outbox.lists?.get(from);
  if (plain && known !== undefined) return known;
  const entries = outbox.posted.slice(from - outbox.first);
  if (plain) {
    const list = entries.map(({ frame }) => frame);
    outbox.lists ??= new Map();
    outbox.lists.set(from, list);
    return list;
  }
  const frames: Uint8Array[] = [];
  for (const { kind, frame, instead } of entries) {
    // R4: text before the first sync step 1 would build on nothing.
    if (kind === 'text' && !connection.listening) continue;
    const own = instead?.get(connection);
    if (own !== null) frames.push(own ?? frame);
  }
  return frames;
}

/**
 * What somebody has of the text who has everything before `number`, worked out backwards from how far it reaches
 * now; null when nothing of it came since.
 */
export function textBefore(
  { posted, first }: Outbox,
  number: number,
  now: Frontier,
): { readonly version: number; readonly known: Frontier } | null {
  const known = new Map(now);
  let version: number | null = null;
  for (const { before } of posted.slice(number - first).reverse()) {
    if (before === null) continue;
    version = before.version;
    for (const [client, clock] of [...before.reached].reverse()) known.set(client, clock);
  }
  return version === null ? null : { version, known };
}
