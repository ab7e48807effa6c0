import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Place } from '../../server/room/place.ts';
import type { Paragraph } from '../../shared/model/paragraph.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import { standingOrder } from '../server/room/standing-order.ts';
import type { Random } from '../sim/random.ts';

/** What structs hold (yjs/src/structs/Item.js, write); subdocuments are left out, which no text has. */
const KINDS = [0, 1, 1, 2, 3, 4, 4, 4, 4, 5, 6, 6, 7, 7, 8, 10];
const [GC, SKIP] = [0, 10];
const VALUES = ['null', '1', '"w"', '{"a":[1]}', 'undefined'];

/** What a hostile writer knows: how far the text reaches, and where it may say that structs stand. */
export interface Ground {
  readonly known: ReadonlyMap<number, number>;
  /** Whose structs are written. */
  readonly clients: readonly number[];
}

/** One update of structs of every kind that begin before, at or behind what is known and stand wherever they like. */
export function anyStructs(random: Random, { known, clients }: Ground): Uint8Array {
  const encoder = encoding.createEncoder();
  const written = clients.filter(() => random.chance(0.6));
  const reach = new Map(known);
  const everybody = [...new Set([...known.keys(), ...clients, 77])];
  const place = (): Place => {
    const client = random.pick(everybody);
    const end = reach.get(client) ?? 0;
    return { client, clock: Math.max(0, random.chance(0.93) ? random.below(end) : end + random.below(3)) };
  };
  encoding.writeVarUint(encoder, written.length);
  for (const client of written) {
    const count = 1 + random.below(4);
    let clock = Math.max(0, (known.get(client) ?? 0) + random.pick([-3, -2, -1, 0, 0, 0, 0, 0, 0, 1]));
    encoding.writeVarUint(encoder, count);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (let k = 0; k < count; k += 1) {
      clock += writeStruct(encoder, random, place);
      reach.set(client, Math.max(clock, reach.get(client) ?? 0));
    }
  }
  writeDeletions(encoder, random, reach);
  return encoding.toUint8Array(encoder);
}

function writeStruct(encoder: encoding.Encoder, random: Random, place: () => Place): number {
  const kind = random.pick(KINDS);
  const length = 1 + random.below(3);
  if (kind === GC || kind === SKIP) {
    encoding.writeUint8(encoder, kind);
    encoding.writeVarUint(encoder, length);
    return length;
  }
  const origin = random.chance(0.6) ? place() : null;
  const rightOrigin = random.chance(0.4) ? place() : null;
  const isAlone = origin === null && rightOrigin === null;
  const key = isAlone && random.chance(0.4) ? random.pick(['a', 'b']) : null;
  const bits = (origin === null ? 0 : 0x80) | (rightOrigin === null ? 0 : 0x40) | (key === null ? 0 : 0x20);
  encoding.writeUint8(encoder, kind | bits);
  const writePlace = ({ client, clock }: Place): void => {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
  };
  if (origin !== null) writePlace(origin);
  if (rightOrigin !== null) writePlace(rightOrigin);
  if (isAlone) {
    const inType = random.chance(0.5);
    encoding.writeVarUint(encoder, inType ? 0 : 1);
    if (inType) writePlace(place());
    else encoding.writeVarString(encoder, random.pick(['text', 'map']));
    if (key !== null) encoding.writeVarString(encoder, key);
  }
  return writeContent(encoder, random, kind, length);
}

function writeContent(encoder: encoding.Encoder, random: Random, kind: number, length: number): number {
  switch (kind) {
    case 1:
      encoding.writeVarUint(encoder, length);
      return length;
    case 2:
      encoding.writeVarUint(encoder, length);
      for (let k = 0; k < length; k += 1) encoding.writeVarString(encoder, random.pick(VALUES));
      return length;
    case 3:
      encoding.writeVarUint8Array(encoder, Uint8Array.of(1, 2));
      return 1;
    case 4: {
      const words = random.pick(['x', 'yy', 'zzz', 'é', '😀', 'a😀']);
      encoding.writeVarString(encoder, words);
      return words.length;
    }
    case 5:
      encoding.writeVarString(encoder, random.pick(['{"e":1}', 'null', '3']));
      return 1;
    case 6:
      encoding.writeVarString(encoder, random.pick(['bold', 'note']));
      encoding.writeVarString(encoder, random.pick(['true', 'null', '"n"']));
      return 1;
    case 7: {
      const type = random.below(7);
      encoding.writeVarUint(encoder, type);
      if (type === 3 || type === 5) encoding.writeVarString(encoder, 'name');
      return 1;
    }
    default:
      encoding.writeVarUint(encoder, length);
      for (let k = 0; k < length; k += 1) encoding.writeAny(encoder, random.pick([null, 1, 'any', true]));
      return length;
  }
}

function writeDeletions(encoder: encoding.Encoder, random: Random, reach: ReadonlyMap<number, number>): void {
  const groups = [...reach].filter(([, end]) => end > 0 && random.chance(0.25));
  encoding.writeVarUint(encoder, groups.length);
  for (const [client, end] of groups) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, random.below(end));
    encoding.writeVarUint(encoder, 1 + random.below(3));
  }
}

/** What somebody reads who opens a text with all that is in it, how far that reaches, and whether anything in it waits. */
export function readingOf(state: Uint8Array): {
  readonly paragraphs: readonly Paragraph[];
  readonly order: readonly string[];
  readonly reach: Map<number, number>;
  readonly isWhole: boolean;
} {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const paragraphs = readParagraphs(doc.getText(TEXT_NAME));
  const order = standingOrder(doc);
  const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
  return { paragraphs, order, reach: Y.decodeStateVector(Y.encodeStateVector(doc)), isWhole };
}
