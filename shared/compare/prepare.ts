import type { ComparableBlock } from './comparison.ts';
import { comparisonKey } from './tokens.ts';

/** What linking reads of one block. Blocks that read letter for letter the same share one of these. */
export interface PreparedBlock {
  /** Equal for blocks that read the same but for labels, case, quotation marks, spaces and Markdown emphasis. */
  readonly key: string;
  /** Word numbers in reading order, case folded. Characters of unspaced scripts are words of their own. */
  readonly words: Int32Array;
  /** Feature numbers in reading order: the words, then the bigrams. Words and bigrams share one numbering. */
  readonly sequence: Int32Array;
}

/** A block's words and bigrams counted and weighed. Made for blocks that equal text has not linked. */
export interface Profile {
  /** Feature numbers, each once, rising, with how often they stand here. */
  readonly features: Int32Array;
  readonly counts: Int32Array;
  /** Sum of the weights of all features, each as often as it stands here. */
  readonly weight: number;
}

/** Both texts, with one numbering of words and bigrams and one weight for each. */
export interface PreparedTexts {
  readonly old: readonly PreparedBlock[];
  readonly new: readonly PreparedBlock[];
  /** Feature number → weight. */
  readonly weights: Float64Array;
  /** What a word weighs that stands in one block of each text: the unit of thresholds on weight. */
  readonly rareWord: number;
}

const WORD =
  /\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Thai}|\p{sc=Laoo}|\p{sc=Khmr}|\p{sc=Mymr}|(?:[\p{L}\p{N}]\p{M}*)+/gu;
/** The same words where all is ASCII: several times faster. */
const ASCII_WORD = /[a-z0-9]+/g;
const ASCII_ONLY = /^[\n\r\t -~]*$/;
const EMPHASIS = /\*\*|__/g;
const SPACES = /[\s\u00AD\u200B\u200E\u200F\u2060\uFEFF]+/g;

const keyOf = (text: string): string =>
  comparisonKey(text.replace(EMPHASIS, '')).toLowerCase().replace(SPACES, ' ').trim();

/** Equal but for case, quotation marks, spaces and Markdown emphasis. */
export const readsTheSame = (a: string, b: string): boolean => keyOf(a) === keyOf(b);

/** Words as people count them; characters of unspaced scripts count each. */
export const countWords = (text: string): number => text.match(WORD)?.length ?? 0;

/** More distinct words than this in one comparison would make bigram numbers collide; 2^26 is far beyond any text. */
const WORD_NUMBERS = 2 ** 26;

/** Gives words and bigrams numbers of one series. */
class Numbering {
  readonly #words = new Map<string, number>();
  readonly #bigrams = new Map<number, number>();
  size = 0;

  word(word: string): number {
    let number = this.#words.get(word);
    if (number === undefined) {
      number = this.size++;
      this.#words.set(word, number);
    }
    return number;
  }

  bigram(first: number, second: number): number {
    const pair = first * WORD_NUMBERS + second;
    let number = this.#bigrams.get(pair);
    if (number === undefined) {
      number = this.size++;
      this.#bigrams.set(pair, number);
    }
    return number;
  }
}

function prepareBlock(text: string, numbering: Numbering): PreparedBlock {
  const key = keyOf(text);
  const found = key.match(ASCII_ONLY.test(key) ? ASCII_WORD : WORD) ?? [];
  const words = new Int32Array(found.length);
  const sequence = new Int32Array(Math.max(0, 2 * found.length - 1));
  found.forEach((word, at) => {
    const number = numbering.word(word);
    words[at] = number;
    sequence[at] = number;
    if (at > 0) sequence[found.length + at - 1] = numbering.bigram(words[at - 1] as number, number);
  });
  return { key, words, sequence };
}

/** Inverse document frequency, ln(1 + N / n) for a feature that stands in n of all N blocks of both texts. */
function weigh(blocks: readonly PreparedBlock[], size: number): Float64Array {
  const standsIn = new Int32Array(size);
  const lastSeen = new Int32Array(size).fill(-1);
  blocks.forEach((block, at) => {
    for (const feature of block.sequence) {
      if (lastSeen[feature] === at) continue;
      lastSeen[feature] = at;
      standsIn[feature] = (standsIn[feature] as number) + 1;
    }
  });
  return Float64Array.from(standsIn, (n) => Math.log(1 + blocks.length / Math.max(n, 1)));
}

export function prepareTexts(
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
): PreparedTexts {
  const numbering = new Numbering();
  const known = new Map<string, PreparedBlock>();
  const blocks = [...from, ...to].map(({ text }) => {
    let block = known.get(text);
    if (block === undefined) {
      block = prepareBlock(text, numbering);
      known.set(text, block);
    }
    return block;
  });
  return {
    old: blocks.slice(0, from.length),
    new: blocks.slice(from.length),
    weights: weigh(blocks, numbering.size),
    rareWord: Math.log(1 + blocks.length / 2),
  };
}

export function profileOf(block: PreparedBlock, weights: Float64Array): Profile {
  const sorted = block.sequence.slice().sort();
  const features = new Int32Array(sorted.length);
  const counts = new Int32Array(sorted.length);
  let size = 0;
  let weight = 0;
  for (const feature of sorted) {
    if (size > 0 && features[size - 1] === feature) counts[size - 1] = (counts[size - 1] as number) + 1;
    else {
      features[size] = feature;
      counts[size] = 1;
      size++;
    }
    weight += weights[feature] as number;
  }
  return { features: features.subarray(0, size), counts: counts.subarray(0, size), weight };
}

/** Sum of the weights of a block's words alone. */
export const wordWeightOf = (block: PreparedBlock, weights: Float64Array): number => {
  let weight = 0;
  for (const word of block.words) weight += weights[word] as number;
  return weight;
};
