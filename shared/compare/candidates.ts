import { MAX_CANDIDATES, MAX_POSTINGS } from './limits.ts';
import type { PreparedTexts } from './prepare.ts';
import { similarity } from './similarity.ts';

/** A pair worth looking at, with its similarity. */
export interface Candidate {
  readonly old: number;
  readonly new: number;
  readonly similarity: number;
}

export interface Candidates {
  /** Old block → its candidates, most similar first. */
  readonly ofOld: readonly (readonly Candidate[])[];
  /** Blocks of which a candidate was left out that might have been similar enough to link. */
  readonly cut: number;
}

/**
 * Finds for every old block the new ones that share its rarest words and bigrams, through an index, so that the
 * work grows with the text and not with its square.
 */
export function findCandidates(texts: PreparedTexts, leastSimilarity: number): Candidates {
  const postings = new Map<number, number[]>();
  texts.new.forEach((block, index) => {
    for (const feature of block.features) {
      const list = postings.get(feature);
      if (list === undefined) postings.set(feature, [index]);
      else list.push(index);
    }
  });
  const scores = new Float64Array(texts.new.length);
  let cut = 0;
  const ofOld = texts.old.map((block, old) => {
    const touched: number[] = [];
    for (const feature of block.features) {
      const list = postings.get(feature);
      if (list === undefined || list.length > MAX_POSTINGS) continue;
      for (const index of list) {
        if (scores[index] === 0) touched.push(index);
        scores[index] = (scores[index] as number) + (texts.weights[feature] as number);
      }
    }
    touched.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
    const left = touched[MAX_CANDIDATES];
    if (left !== undefined && (scores[left] as number) >= leastSimilarity * block.weight) cut++;
    const best = touched.slice(0, MAX_CANDIDATES);
    for (const index of touched) scores[index] = 0;
    return best
      .map((index) => ({
        old,
        new: index,
        similarity: similarity(block, texts.new[index] as (typeof texts.new)[number], texts.weights),
      }))
      .sort((a, b) => b.similarity - a.similarity || a.new - b.new);
  });
  return { ofOld, cut };
}
