import type { ClientId } from '../ports/text-log.ts';
import type { Frontier } from './frontier.ts';
import { standsInText } from './judge-typed.ts';
import { encodeTyped, type Typed } from './typed.ts';

/**
 * What becomes one row of the log: one update, or several of one connection that follow each other on their way there.
 * The row is the unit of authorship and of replay, so it has one author and one time. Storing costs by the row.
 */
export interface Row {
  /** What was typed, in the order of its clocks; empty when it is an update of another kind. */
  readonly typed: Typed[];
  /** When it was begun, on the timers' clock. */
  readonly begunAt: number;
  /** Bytes of `typed`. */
  bytes: number;
  /** What is stored. Null: more may join it. */
  update: Uint8Array | null;
  /** Behind which clock of each clientID the text reaches with it. */
  reach: Reach;
}

type Reach = readonly (readonly [ClientId, number])[];

/** Milliseconds that a row gathers: the time it is stored with is nearly that of all that is in it. */
const ROW_SPAN = 100;
/** Bounds of one row: loading replays so many rows at a time. */
const ROW_UPDATES = 256;
const ROW_BYTES = 4096;

/** A row of one update that nothing joins. */
export const rowOf = (update: Uint8Array, reach: Reach): Row => ({
  typed: [],
  begunAt: 0,
  bytes: 0,
  update,
  reach,
});

export const rowOfTyped = (typed: Typed, reach: Reach, now: number): Row => ({
  typed: [typed],
  begunAt: now,
  bytes: typed.bytes.length,
  update: null,
  reach,
});

/**
 * R66: adds what was typed next under the same clientID, and answers whether it may stand there. It comes before what
 * others have brought since the row was begun, so it must not build on that: only on the durable text and on itself.
 */
export function join(row: Row, typed: Typed, shown: Frontier, now: number): boolean {
  const last = row.typed.at(-1);
  if (row.update !== null || last === undefined) return false;
  if (last.client !== typed.client || last.end !== typed.clock) return false;
  if (now - row.begunAt > ROW_SPAN || row.typed.length >= ROW_UPDATES) return false;
  if (row.bytes + typed.bytes.length > ROW_BYTES || !standsInText(shown, typed)) return false;
  row.typed.push(typed);
  row.bytes += typed.bytes.length;
  row.reach = [[typed.client, typed.end]];
  return true;
}

/** What is stored of a row. From then on nothing joins it. */
export function closeRow(row: Row): Uint8Array {
  row.update ??= encodeTyped(row.typed);
  return row.update;
}
