import * as decoding from 'lib0/decoding';
import type { ClientId } from '../ports/text-log.ts';

/**
 * Reads a Yjs update (encoding version 1) as far as admission needs: who made what, and what it builds on.
 * It accepts exactly what Yjs can integrate without an error, and refuses some of what Yjs would choke on later
 * (test/server/room/update-reader.test.ts compares it with Yjs's own reader on mutilated updates).
 */
export interface ReadUpdate {
  readonly sections: readonly Section[];
  readonly deletions: readonly DeletedRange[];
  /** Byte offset of the delete set: what stands before it are the structs. */
  readonly deletionsAt: number;
}

/** A stretch of structs of one clientID without a gap. It can be integrated once everything before `start` is known. */
export interface Section {
  readonly client: ClientId;
  readonly start: number;
  /** Clock behind the last struct. */
  readonly end: number;
  /** What of other clientIDs must be known before the struct at clock `at` can be integrated, in order. */
  readonly needs: readonly Need[];
}

export interface Need {
  readonly at: number;
  readonly client: ClientId;
  /** The clock that must be known, itself included. */
  readonly clock: number;
}

export interface DeletedRange {
  readonly client: ClientId;
  readonly clock: number;
  readonly length: number;
}

/** Bits of a struct's first byte (yjs/src/structs/Item.js, write). */
const CONTENT = 0b0001_1111;
const GC = 0;
const SKIP = 10;
const HAS_ORIGIN = 0b1000_0000;
const HAS_RIGHT_ORIGIN = 0b0100_0000;
const HAS_PARENT_KEY = 0b0010_0000;

class Malformed extends Error {}

const check = (sound: boolean, what: string): void => {
  if (!sound) throw new Malformed(what);
};

/** Null for anything that is not one sound update from its first to its last byte. */
export function readUpdate(update: Uint8Array): ReadUpdate | null {
  try {
    const decoder = decoding.createDecoder(update);
    const sections = readSections(decoder);
    const deletionsAt = decoder.pos;
    const deletions = readDeletions(decoder);
    check(!decoding.hasContent(decoder), 'bytes behind the update');
    return { sections, deletions, deletionsAt };
  } catch {
    // lib0, JSON and Malformed all mean the same here: these bytes are no update.
    return null;
  }
}

function readSections(decoder: decoding.Decoder): Section[] {
  const sections: Section[] = [];
  const seen = new Set<ClientId>();
  for (let rest = decoding.readVarUint(decoder); rest > 0; rest -= 1) {
    const structs = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    // Yjs keeps only the last group of a client, so a second one would hide the first.
    check(!seen.has(client) && structs > 0, 'groups');
    seen.add(client);
    readGroup(decoder, client, structs, sections);
  }
  return sections;
}

function readGroup(decoder: decoding.Decoder, client: ClientId, structs: number, sections: Section[]): void {
  let start = decoding.readVarUint(decoder);
  let clock = start;
  let needs: Need[] = [];
  const endSection = (): void => {
    if (clock > start) sections.push({ client, start, end: clock, needs });
  };
  for (let k = 0; k < structs; k += 1) {
    const info = decoding.readUint8(decoder);
    if ((info & CONTENT) === SKIP) {
      endSection();
      clock += decoding.readVarUint(decoder);
      start = clock;
      needs = [];
    } else {
      const length =
        (info & CONTENT) === GC
          ? decoding.readVarUint(decoder)
          : readItem(decoder, info, client, clock, needs);
      // An item of no length would share its clock with the next one and break every later search.
      check(length > 0, 'empty struct');
      clock += length;
    }
    check(Number.isSafeInteger(clock), 'clock');
  }
  endSection();
}

/** Reads one item, notes what it builds on, and answers its length. */
function readItem(
  decoder: decoding.Decoder,
  info: number,
  client: ClientId,
  at: number,
  needs: Need[],
): number {
  const need = (): void => {
    const neededClient = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    if (neededClient !== client) needs.push({ at, client: neededClient, clock });
    // Yjs does not look for this and fails in the middle of integrating.
    else check(clock < at, 'an item that builds on itself or on later ones');
  };
  if ((info & HAS_ORIGIN) !== 0) need();
  if ((info & HAS_RIGHT_ORIGIN) !== 0) need();
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    if (decoding.readVarUint(decoder) === 1) decoding.readVarString(decoder);
    else need();
    if ((info & HAS_PARENT_KEY) !== 0) decoding.readVarString(decoder);
  }
  return readContent(decoder, info & CONTENT);
}

/** Length of an item's content in clocks (yjs/src/structs/Content*.js). */
function readContent(decoder: decoding.Decoder, content: number): number {
  switch (content) {
    case 1: // deleted
      return decoding.readVarUint(decoder);
    case 2: // JSON values
      return readMany(decoder, () => {
        const value = decoding.readVarString(decoder);
        if (value !== 'undefined') JSON.parse(value);
      });
    case 3: // binary
      decoding.readVarUint8Array(decoder);
      return 1;
    case 4: // characters, counted in UTF-16 units
      return decoding.readVarString(decoder).length;
    case 5: // embed
      JSON.parse(decoding.readVarString(decoder));
      return 1;
    case 6: // format: key and value
      decoding.readVarString(decoder);
      JSON.parse(decoding.readVarString(decoder));
      return 1;
    case 7: {
      const type = decoding.readVarUint(decoder);
      check(type <= 6, 'type');
      // XmlElement and XmlHook carry a name.
      if (type === 3 || type === 5) decoding.readVarString(decoder);
      return 1;
    }
    case 8: // any values
      return readMany(decoder, () => {
        decoding.readAny(decoder);
      });
    default:
      // 9 would be a subdocument: a working text has none, and Yjs would build one from unchecked options.
      throw new Malformed('content');
  }
}

function readMany(decoder: decoding.Decoder, readOne: () => void): number {
  const count = decoding.readVarUint(decoder);
  for (let k = 0; k < count; k += 1) readOne();
  return count;
}

function readDeletions(decoder: decoding.Decoder): DeletedRange[] {
  const ranges: DeletedRange[] = [];
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients -= 1) {
    const client = decoding.readVarUint(decoder);
    for (let rest = decoding.readVarUint(decoder); rest > 0; rest -= 1) {
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      check(length > 0 && Number.isSafeInteger(clock + length), 'deleted range');
      ranges.push({ client, clock, length });
    }
  }
  return ranges;
}
