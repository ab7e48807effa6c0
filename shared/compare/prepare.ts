import type { ComparableBlock } from './comparison.ts';
import { comparisonKey } from './tokens.ts';

/** What linking reads of one block: its words as numbers, and what they weigh. */
export interface PreparedBlock {
  /** Equal for blocks that read the same but for labels, case, quotation marks, spaces and Markdown emphasis. */
  readonly key: string;
  /** Word numbers in reading order, case folded. Characters of unspaced scripts are words of their own. */
  readonly words: Int32Array;
  /** Numbers of words and bigrams, each once, rising, with how often they stand here. */
  readonly features: Int32Array;
  readonly counts: Int32Array;
  /** Sum of feature weights, each as often as it stands here. */
  readonly weight: number;
  /** Sum of the weights of the words alone. */
  readonly wordWeight: number;
}

/** Both texts, with one numbering of words and bigrams and one weight for each. */
export interface PreparedTexts {
  readonly old: readonly PreparedBlock[];
  readonly new: readonly PreparedBlock[];
  /** Feature number → weight. Words and bigrams share one numbering. */
  readonly weights: Float64Array;
  /** What a word weighs that stands in one block of each text: the unit of thresholds on weight. */
  readonly rareWord: number;
}

const WORD =
  /\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Thai}|\p{sc=Laoo}|\p{sc=Khmr}|\p{sc=Mymr}|(?:[\p{L}\p{N}]\p{M}*)+/gu;
const EMPHASIS = /\*\*|__/g;
const SPACES = /[\s\u00AD\u200B\u200E\u200F\u2060\uFEFF]+/g;

const keyOf = (text: string): string =>
  comparisonKey(text.replace(EMPHASIS, '')).toLowerCase().replace(SPACES, ' ').trim();

/** More distinct words than this in one comparison would make bigram numbers collide; 2^26 is far beyond any text. */
const WORD_NUMBERS = 2 ** 26;

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

type Counted = Pick<PreparedBlock, 'key' | 'words' | 'features' | 'counts'>;

function count(block: ComparableBlock, numbering: Numbering): Counted {
  const key = keyOf(block.text);
  const words = Int32Array.from(key.match(WORD) ?? [], (word) => numbering.word(word));
  const all: number[] = Array.from(words);
  for (let at = 1; at < words.length; at++)
    all.push(numbering.bigram(words[at - 1] as number, words[at] as number));
  const sorted = Int32Array.from(all).sort();
  const features: number[] = [];
  const counts: number[] = [];
  for (const feature of sorted) {
    if (features.length > 0 && features[features.length - 1] === feature)
      counts[counts.length - 1] = (counts[counts.length - 1] as number) + 1;
    else {
      features.push(feature);
      counts.push(1);
    }
  }
  return { key, words, features: Int32Array.from(features), counts: Int32Array.from(counts) };
}

/** Inverse document frequency, ln(1 + N / n) for a feature that stands in n of all N blocks of both texts. */
function weigh(blocks: readonly Counted[], size: number): Float64Array {
  const standsIn = new Int32Array(size);
  for (const block of blocks)
    for (const feature of block.features) standsIn[feature] = (standsIn[feature] as number) + 1;
  return Float64Array.from(standsIn, (n) => Math.log(1 + blocks.length / Math.max(n, 1)));
}

export function prepareTexts(
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
): PreparedTexts {
  const numbering = new Numbering();
  const counted = [...from, ...to].map((block) => count(block, numbering));
  const weights = weigh(counted, numbering.size);
  const prepared = counted.map((block): PreparedBlock => {
    let weight = 0;
    block.features.forEach((feature, at) => {
      weight += (weights[feature] as number) * (block.counts[at] as number);
    });
    let wordWeight = 0;
    for (const word of block.words) wordWeight += weights[word] as number;
    return { ...block, weight, wordWeight };
  });
  return {
    old: prepared.slice(0, from.length),
    new: prepared.slice(from.length),
    weights,
    rareWord: Math.log(1 + counted.length / 2),
  };
}

/** Words as people count them; characters of unspaced scripts count each. */
export const countWords = (text: string): number => text.match(WORD)?.length ?? 0;

/** Equal but for case, quotation marks, spaces and Markdown emphasis. */
export const readsTheSame = (a: string, b: string): boolean => keyOf(a) === keyOf(b);
