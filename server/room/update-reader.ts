import * as decoding from 'lib0/decoding';
import type { ClientId } from '../ports/text-log.ts';
import { type List, noteInsertion, noteNothing } from './insertions.ts';
import { readSafeUint } from './safe-number.ts';
import { CONTENT, check, mayBeKeyed, readContent, TYPE } from './update-content.ts';

/**
 * Reads a Yjs update (encoding version 1) as far as admission needs: who made what, and what it builds on.
 * It accepts only what Yjs can integrate without an error, and refuses what Yjs would choke on later
 * (test/server/room/update-reader.test.ts compares it with Yjs's own reader on mutilated updates).
 */
export interface ReadUpdate {
  readonly sections: readonly Section[];
  readonly deletions: readonly DeletedRange[];
  /** Byte offset of the delete set: what stands before it are the structs. */
  readonly deletionsAt: number;
  /** Whether a shared type is among the structs: a paragraph's marker, as a rule. */
  readonly bringsTypes: boolean;
}

/** A stretch of structs of one clientID without a gap. It can be integrated once everything before `start` is known. */
export interface Section {
  readonly client: ClientId;
  readonly start: number;
  /** Clock behind the last struct. */
  readonly end: number;
  /** What of other clientIDs must be known before a struct can be integrated, in order. */
  readonly needs: readonly Need[];
  /** Each struct and where it stands, as insertions.ts notes them. */
  readonly structs: readonly number[];
  readonly lists: readonly List[];
}

/** A section that is being read. Where a struct ends is known once all of it is read. */
interface Open {
  readonly needs: (Omit<Need, 'end'> & { end: number })[];
  readonly structs: number[];
  readonly lists: List[];
}

export interface Need {
  /** Where the struct begins that builds on it. */
  readonly at: number;
  /** Clock behind that struct. */
  readonly end: number;
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
const GC = 0;
const SKIP = 10;
const HAS_ORIGIN = 0b1000_0000;
const HAS_RIGHT_ORIGIN = 0b0100_0000;
const HAS_PARENT_KEY = 0b0010_0000;

/** Null for anything that is not one sound update from its first to its last byte. */
export function readUpdate(update: Uint8Array): ReadUpdate | null {
  try {
    const decoder = decoding.createDecoder(update);
    const found = { types: false };
    const sections = readSections(decoder, found);
    const deletionsAt = decoder.pos;
    const deletions = readDeletions(decoder);
    check(!decoding.hasContent(decoder), 'bytes behind the update');
    return { sections, deletions, deletionsAt, bringsTypes: found.types };
  } catch {
    // lib0, JSON and Malformed all mean the same here: these bytes are no update.
    return null;
  }
}

/** What reading notes on its way. */
interface Found {
  types: boolean;
}

function readSections(decoder: decoding.Decoder, found: Found): Section[] {
  const sections: Section[] = [];
  const seen = new Set<ClientId>();
  for (let rest = readSafeUint(decoder); rest > 0; rest -= 1) {
    const structs = readSafeUint(decoder);
    const client = readSafeUint(decoder);
    // Yjs keeps only the last group of a client, so a second one would hide the first.
    check(!seen.has(client) && structs > 0, 'groups');
    seen.add(client);
    readGroup(decoder, client, structs, sections, found);
  }
  return sections;
}

function readGroup(
  decoder: decoding.Decoder,
  client: ClientId,
  structs: number,
  sections: Section[],
  found: Found,
): void {
  let start = readSafeUint(decoder);
  let clock = start;
  let open: Open = { needs: [], structs: [], lists: [] };
  const endSection = (): void => {
    if (clock > start) sections.push({ client, start, end: clock, ...open });
  };
  for (let k = 0; k < structs; k += 1) {
    const info = decoding.readUint8(decoder);
    if ((info & CONTENT) === SKIP) {
      // With more bits Yjs applies it, and fails where it reads updates without a document: to merge or to compare them.
      check(info === SKIP, 'a gap with other bits');
      endSection();
      clock += readSafeUint(decoder);
      start = clock;
      open = { needs: [], structs: [], lists: [] };
    } else {
      if ((info & CONTENT) === TYPE) found.types = true;
      const length =
        (info & CONTENT) === GC
          ? readNothing(decoder, clock, open)
          : readItem(decoder, info, client, clock, open);
      // An item of no length would share its clock with the next one and break every later search.
      check(length > 0, 'empty struct');
      clock += length;
    }
    check(Number.isSafeInteger(clock), 'clock');
  }
  endSection();
}

function readNothing(decoder: decoding.Decoder, at: number, open: Open): number {
  const length = readSafeUint(decoder);
  noteNothing(open, at, length);
  return length;
}

/** Reads one item, notes what it builds on and where it stands, and answers its length. */
function readItem(decoder: decoding.Decoder, info: number, client: ClientId, at: number, open: Open): number {
  const { needs } = open;
  const first = needs.length;
  const need = (): Need => {
    const needed = { at, end: at, client: readSafeUint(decoder), clock: readSafeUint(decoder) };
    if (needed.client !== client) needs.push(needed);
    // Yjs does not look for this and fails in the middle of integrating.
    else check(needed.clock < at, 'an item that builds on itself or on later ones');
    return needed;
  };
  const origin = (info & HAS_ORIGIN) === 0 ? null : need();
  const rightOrigin = (info & HAS_RIGHT_ORIGIN) === 0 ? null : need();
  let list: List | null = null;
  if (origin === null && rightOrigin === null) {
    const parent = readSafeUint(decoder) === 1 ? decoding.readVarString(decoder) : need();
    list = { parent, key: (info & HAS_PARENT_KEY) === 0 ? null : decoding.readVarString(decoder) };
  }
  const length = readContent(decoder, info & CONTENT);
  // Yjs cuts such a value without deleting its first part, and fails for ever when what it is in is deleted.
  check(list?.key == null || mayBeKeyed(length, info & CONTENT), 'a value of several clocks');
  for (let k = first; k < needs.length; k += 1) (needs[k] as { end: number }).end = at + length;
  noteInsertion(open, at, length, origin, rightOrigin, list, info & CONTENT);
  return length;
}

function readDeletions(decoder: decoding.Decoder): DeletedRange[] {
  const ranges: DeletedRange[] = [];
  const seen = new Set<ClientId>();
  for (let clients = readSafeUint(decoder); clients > 0; clients -= 1) {
    const client = readSafeUint(decoder);
    // Yjs writes ranges in order and apart. Each costs a walk over what it deletes, so repeating one would cost many.
    check(!seen.has(client), 'deletions of one client in two groups');
    seen.add(client);
    let after = 0;
    for (let rest = readSafeUint(decoder); rest > 0; rest -= 1) {
      const clock = readSafeUint(decoder);
      const length = readSafeUint(decoder);
      check(length > 0 && Number.isSafeInteger(clock + length), 'deleted range');
      check(clock >= after, 'deleted ranges out of order');
      after = clock + length;
      ranges.push({ client, clock, length });
    }
  }
  return ranges;
}
