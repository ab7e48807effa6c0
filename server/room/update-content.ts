import * as decoding from 'lib0/decoding';
import { readSafeUint } from './safe-number.ts';

/** The bits of a struct's first byte that tell its content (yjs/src/structs/Item.js, write). */
export const CONTENT = 0b0001_1111;

/** What is deleted, characters, and shared types. */
const DELETED = 1;
export const CHARACTERS = 4;
export const TYPE = 7;

/** The value of a key is one clock long, unless it is deleted. */
export const mayBeKeyed = (length: number, kind: number): boolean => length === 1 || kind === DELETED;

/** Contents of which two beside each other become one: what is deleted, JSON values, characters, any values. */
export const MERGING: ReadonlySet<number> = new Set([DELETED, 2, CHARACTERS, 8]);

/**
 * Levels that a value may nest. Paragraphs and their formats nest two or three; Yjs and JSON recurse as deep as a value
 * goes, and one that overflows the stack when it is written could neither be sent nor stored any more.
 */
const NESTING = 64;

/** Bytes that are no update. Caught where reading began. */
class Malformed extends Error {}

export const check = (sound: boolean, what: string): void => {
  if (!sound) throw new Malformed(what);
};

/** Reads an item's content; answers its length in clocks (yjs/src/structs/Content*.js). */
export function readContent(decoder: decoding.Decoder, content: number): number {
  switch (content) {
    case 1: // deleted
      return readSafeUint(decoder);
    case 2: // JSON values
      return readMany(decoder, () => {
        const value = decoding.readVarString(decoder);
        if (value !== 'undefined') checkNesting(JSON.parse(value));
      });
    case 3: // binary
      decoding.readVarUint8Array(decoder);
      return 1;
    case 4: // characters, counted in UTF-16 units
      return decoding.readVarString(decoder).length;
    case 5: // embed
      checkNesting(JSON.parse(decoding.readVarString(decoder)));
      return 1;
    case 6: // format: key and value
      decoding.readVarString(decoder);
      checkNesting(JSON.parse(decoding.readVarString(decoder)));
      return 1;
    case 7: {
      const type = readSafeUint(decoder);
      check(type <= 6, 'type');
      // XmlElement and XmlHook carry a name.
      if (type === 3 || type === 5) decoding.readVarString(decoder);
      return 1;
    }
    case 8: // any values
      return readMany(decoder, () => {
        checkNesting(decoding.readAny(decoder));
      });
    default:
      // 9 would be a subdocument: a working text has none, and Yjs would build one from unchecked options.
      throw new Malformed('content');
  }
}

function checkNesting(value: unknown, left = NESTING): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  check(left > 0, 'nesting');
  for (const inner of Object.values(value)) checkNesting(inner, left - 1);
}

function readMany(decoder: decoding.Decoder, readOne: () => void): number {
  const count = readSafeUint(decoder);
  for (let k = 0; k < count; k += 1) readOne();
  return count;
}
