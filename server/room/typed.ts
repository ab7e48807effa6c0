import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { ClientId } from '../ports/text-log.ts';
import { goesOn } from './goes-on.ts';
import type { Place } from './place.ts';

/**
 * Characters that one clientID put beside a character, and nothing else: what nearly every update is. Reading and
 * judging these apart costs a tenth of the general way (update-reader.ts, admission.ts), which judges everything else
 * and would judge these the same (test/server/room/typed.test.ts holds the two against each other).
 */
export interface Typed {
  /** The update that it is, encoding version 1. */
  readonly bytes: Uint8Array;
  readonly client: ClientId;
  readonly clock: number;
  /** Clock behind the last character, which counts UTF-16 units. */
  readonly end: number;
  /** The characters left and right of it when it was typed; one of them at least. */
  readonly origin: Place | null;
  readonly rightOrigin: Place | null;
  /** Where in `bytes` the struct begins, and where its characters begin and end. */
  readonly structAt: number;
  readonly textAt: number;
  readonly textEnd: number;
}

/** First bytes of such a struct (yjs/src/structs/Item.js, write): characters, with a left or right neighbour or both. */
const STRING = 4;
const HAS_ORIGIN = 0b1000_0000;
const HAS_RIGHT_ORIGIN = 0b0100_0000;
const NEIGHBOURS = HAS_ORIGIN | HAS_RIGHT_ORIGIN;

/** Bytes of a number below 2^35: clientIDs have 32 bits. */
const NUMBER_BYTES = 5;
/** What stands for a number that does not read. */
const NONE = -1;

/** Where `readNumber` goes on. */
let at = 0;

/** A varuint as lib0 reads it, or NONE where it is too long for this or not all there. */
function readNumber(bytes: Uint8Array): number {
  let number = 0;
  let place = 1;
  for (const end = Math.min(bytes.length, at + NUMBER_BYTES); at < end; place *= 128) {
    const byte = bytes[at++] as number;
    number += (byte & 127) * place;
    if (byte < 128) return number;
  }
  return NONE;
}

/** A neighbour of what is typed as `own` at `before`. Null where it does not read, or is that itself or comes later. */
function readPlace(bytes: Uint8Array, own: ClientId, before: number): Place | null {
  const client = readNumber(bytes);
  const clock = readNumber(bytes);
  if (client === NONE || clock === NONE || (client === own && clock >= before)) return null;
  return { client, clock };
}

/** Null for anything else, sound or not. */
export function readTyped(bytes: Uint8Array): Typed | null {
  // One clientID with one struct.
  if (bytes[0] !== 1 || bytes[1] !== 1) return null;
  at = 2;
  const client = readNumber(bytes);
  const clock = readNumber(bytes);
  if (client === NONE || clock === NONE) return null;
  const structAt = at;
  const info = bytes[at++] as number;
  if ((info & NEIGHBOURS) === 0 || (info & ~NEIGHBOURS) !== STRING) return null;
  const origin = (info & HAS_ORIGIN) === 0 ? null : readPlace(bytes, client, clock);
  const rightOrigin = (info & HAS_RIGHT_ORIGIN) === 0 ? null : readPlace(bytes, client, clock);
  if (origin === null && (info & HAS_ORIGIN) !== 0) return null;
  if (rightOrigin === null && (info & HAS_RIGHT_ORIGIN) !== 0) return null;
  const stringAt = at;
  const size = readNumber(bytes);
  const textAt = at;
  const textEnd = textAt + size;
  // Nothing deleted, and nothing behind it.
  if (size <= 0 || textEnd + 1 !== bytes.length || bytes[textEnd] !== 0) return null;
  const length = lengthOf(bytes, stringAt, textAt, textEnd);
  return length === 0
    ? null
    : { bytes, client, clock, end: clock + length, origin, rightOrigin, structAt, textAt, textEnd };
}

/** UTF-16 units of a string; 0 where it is none. */
function lengthOf(bytes: Uint8Array, stringAt: number, textAt: number, textEnd: number): number {
  for (let k = textAt; k < textEnd; k += 1) if ((bytes[k] as number) > 127) return decode(bytes, stringAt);
  return textEnd - textAt;
}

function decode(bytes: Uint8Array, stringAt: number): number {
  const decoder = decoding.createDecoder(bytes);
  decoder.pos = stringAt;
  try {
    return decoding.readVarString(decoder).length;
  } catch {
    return 0;
  }
}

/**
 * One update of what one clientID typed, each behind the clocks of the one before. Stretches are written as Yjs would
 * write them had they been typed at once.
 */
export function encodeTyped(typed: readonly Typed[]): Uint8Array {
  const [first] = typed as readonly [Typed, ...Typed[]];
  if (typed.length === 1) return first.bytes;
  const begins = typed.map((next, k) => k === 0 || !goesOn(next, typed[k - 1] as Typed));
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(
    encoder,
    begins.reduce((count, begin) => (begin ? count + 1 : count), 0),
  );
  encoding.writeVarUint(encoder, first.client);
  encoding.writeVarUint(encoder, first.clock);
  for (let from = 0; from < typed.length; ) {
    let to = from + 1;
    while (to < typed.length && begins[to] === false) to += 1;
    writeStretch(encoder, typed, from, to);
    from = to;
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

function writeStretch(encoder: encoding.Encoder, typed: readonly Typed[], from: number, to: number): void {
  const head = typed[from] as Typed;
  encoding.write(encoder, head.bytes[head.structAt] as number);
  for (const place of [head.origin, head.rightOrigin]) {
    if (place === null) continue;
    encoding.writeVarUint(encoder, place.client);
    encoding.writeVarUint(encoder, place.clock);
  }
  let size = 0;
  for (let k = from; k < to; k += 1) size += (typed[k] as Typed).textEnd - (typed[k] as Typed).textAt;
  encoding.writeVarUint(encoder, size);
  for (let k = from; k < to; k += 1) {
    const { bytes, textAt, textEnd } = typed[k] as Typed;
    for (let byte = textAt; byte < textEnd; byte += 1) encoding.write(encoder, bytes[byte] as number);
  }
}
