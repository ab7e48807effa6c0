import type * as Y from 'yjs';

/**
 * What really happened, kept beside the room and knowing nothing of Yjs's own records: every inserted character
 * is one that was never used before, so it can be found again wherever it goes.
 */
export interface Ledger {
  /** Inserts `count` fresh characters. */
  insert(who: string, text: Y.Text, index: number, count: number): void;
  /** Deletes a range and notes its characters. */
  remove(who: string, text: Y.Text, index: number, count: number): void;
  readonly insertedBy: ReadonlyMap<string, string>;
  readonly deletedBy: ReadonlyMap<string, ReadonlySet<string>>;
}

/** CJK Unified Ideographs: 20,992 single UTF-16 units without newlines or surrogates (Unicode, U+4E00–U+9FFF). */
const FIRST = 0x4e00;
const COUNT = 0x9fff - FIRST;

export function createLedger(): Ledger {
  const insertedBy = new Map<string, string>();
  const deletedBy = new Map<string, Set<string>>();
  const fresh = (): string => {
    if (insertedBy.size >= COUNT) throw new Error('the simulation ran out of characters');
    return String.fromCharCode(FIRST + insertedBy.size);
  };
  return {
    insertedBy,
    deletedBy,
    insert(who, text, index, count) {
      let characters = '';
      for (let k = 0; k < count; k += 1) {
        const character = fresh();
        insertedBy.set(character, who);
        characters += character;
      }
      text.insert(index, characters);
    },
    remove(who, text, index, count) {
      let at = 0;
      for (const { insert } of text.toDelta() as readonly { insert: unknown }[]) {
        const length = typeof insert === 'string' ? insert.length : 1;
        if (typeof insert === 'string')
          for (const character of insert.slice(Math.max(0, index - at), Math.max(0, index + count - at))) {
            const known = deletedBy.get(character);
            if (known === undefined) deletedBy.set(character, new Set([who]));
            else known.add(who);
          }
        at += length;
      }
      text.delete(index, count);
    },
  };
}
