import { readUpdate } from '../../../../server/room/update-reader.ts';
import type { Dialect, PresenceState } from './dialect.ts';

/** Clocks of one writer that a message brings: `start` included, `end` not. `writer` is its number in the room. */
export interface Stretch {
  readonly writer: number;
  readonly start: number;
  readonly end: number;
}

/** A message taken apart once for all receivers in this process. Nobody changes it. */
export type Message =
  | { readonly kind: 'asks'; readonly stateVector: Uint8Array }
  | {
      readonly kind: 'update';
      readonly update: Uint8Array;
      readonly whole: boolean;
      readonly stretches: readonly Stretch[];
    }
  | { readonly kind: 'presence'; readonly states: readonly PresenceState[] }
  | { readonly kind: 'acknowledged'; readonly barrier: number }
  | { readonly kind: 'other' };

/** Messages remembered in one generation; two are kept. Receivers of a broadcast are at most some thousands apart. */
const GENERATION = 4_000;
/** Longer ones are compared with the last few long ones: a text of such a length is costly as a key. */
const LONG = 4_096;
const LONG_KEPT = 8;

/**
 * Takes messages apart, each distinct one once: a broadcast has the same bytes for everybody, and to decode it for a
 * thousand readers would make the client the thing that is measured.
 * `writerOf` numbers the clientIDs that are watched; others are left out of the stretches.
 */
export function createHeardCache(
  dialect: Dialect,
  writerOf: ReadonlyMap<number, number>,
): (bytes: Buffer, start: number, end: number) => Message {
  let young = new Map<string, Message>();
  let old = new Map<string, Message>();
  const long: { readonly bytes: Buffer; readonly message: Message }[] = [];

  const read = (bytes: Buffer): Message => {
    const heard = dialect.hear(bytes);
    if (heard.kind !== 'update') return heard;
    const update = readUpdate(heard.update);
    if (update === null) throw new Error('a server sent something that is no update');
    const stretches: Stretch[] = [];
    for (const { client, start, end } of update.sections) {
      const writer = writerOf.get(client);
      if (writer !== undefined) stretches.push({ writer, start, end });
    }
    return { ...heard, stretches };
  };

  const readLong = (bytes: Buffer, start: number, end: number): Message => {
    for (const known of long)
      if (known.bytes.length === end - start && bytes.compare(known.bytes, 0, end - start, start, end) === 0)
        return known.message;
    const copy = Buffer.from(bytes.subarray(start, end));
    const message = read(copy);
    long.unshift({ bytes: copy, message });
    long.length = Math.min(long.length, LONG_KEPT);
    return message;
  };

  return (bytes, start, end) => {
    if (end - start > LONG) return readLong(bytes, start, end);
    const key = bytes.toString('latin1', start, end);
    const known = young.get(key) ?? old.get(key);
    if (known !== undefined) return known;
    if (young.size >= GENERATION) {
      old = young;
      young = new Map();
    }
    const message = read(Buffer.from(bytes.subarray(start, end)));
    young.set(key, message);
    return message;
  };
}
