import type { PreparedBlock } from './prepare.ts';

/** Every run of `length` words of a block, as numbers that are equal where the words are. */
export interface Clauses {
  readonly length: number;
  /** Clause number by the word it begins at. */
  readonly at: readonly number[];
  /** Clause number → the words it begins at. */
  readonly places: ReadonlyMap<number, readonly number[]>;
}

/** No text has more distinct runs of words; keeps a pair of numbers exact in one. */
const NUMBERS = 2 ** 26;

/** Answers a function that finds the clauses of a block, each block once. */
export function clauseFinder(length: number): (block: PreparedBlock) => Clauses {
  const known = new Map<PreparedBlock, Clauses>();
  /** One numbering per length: a longer run is a shorter one and a word. */
  const numberings = Array.from({ length: length + 1 }, () => new Map<number, number>());
  const numberOf = (size: number, shorter: number, word: number): number => {
    const numbering = numberings[size] as Map<number, number>;
    const pair = shorter * NUMBERS + word;
    let number = numbering.get(pair);
    if (number === undefined) {
      number = numbering.size;
      numbering.set(pair, number);
    }
    return number;
  };
  return (block) => {
    let clauses = known.get(block);
    if (clauses === undefined) {
      const { words } = block;
      const at: number[] = [];
      const places = new Map<number, number[]>();
      for (let word = 0; word + length <= words.length; word++) {
        let number = words[word] as number;
        for (let size = 2; size <= length; size++)
          number = numberOf(size, number, words[word + size - 1] as number);
        at.push(number);
        const list = places.get(number);
        if (list === undefined) places.set(number, [word]);
        else list.push(word);
      }
      clauses = { length, at, places };
      known.set(block, clauses);
    }
    return clauses;
  };
}
