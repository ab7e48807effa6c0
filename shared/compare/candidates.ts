import { LEAST_RARE_SHARE, MAX_CANDIDATES, MAX_POSTINGS } from './limits.ts';
import { type PreparedBlock, type PreparedTexts, type Profile, profileOf } from './prepare.ts';
import { similarity } from './similarity.ts';

/** A pair worth looking at, with its similarity. */
export interface Candidate {
  readonly old: number;
  readonly new: number;
  readonly similarity: number;
}

export interface Candidates {
  /** Most similar first, then in reading order. */
  readonly pairs: readonly Candidate[];
  /** Blocks of which a candidate was left out that might have been similar enough to link. */
  readonly cut: number;
}

/** New blocks by feature, laid out in two arrays: those of feature f stand from `starts[f]` to `starts[f + 1]`. */
interface Index {
  readonly starts: Int32Array;
  readonly blocks: Int32Array;
}

function indexFeatures(profiles: readonly (Profile | null)[], size: number): Index {
  const starts = new Int32Array(size + 1);
  for (const profile of profiles)
    for (const feature of profile?.features ?? []) starts[feature + 1] = (starts[feature + 1] as number) + 1;
  for (let feature = 0; feature < size; feature++)
    starts[feature + 1] = (starts[feature + 1] as number) + (starts[feature] as number);
  const next = starts.slice();
  const blocks = new Int32Array(starts[size] as number);
  profiles.forEach((profile, block) => {
    for (const feature of profile?.features ?? []) {
      blocks[next[feature] as number] = block;
      next[feature] = (next[feature] as number) + 1;
    }
  });
  return { starts, blocks };
}

/**
 * Finds pairs of blocks that share rare words and bigrams, through an index, so that the work grows with the text
 * and not with its square. Settled blocks (linked by equal text) are left out: nothing of them is unexplained.
 */
export function findCandidates(
  texts: PreparedTexts,
  isSettled: { readonly old: (block: number) => boolean; readonly new: (block: number) => boolean },
  leastSimilarity: number,
): Candidates {
  const { weights } = texts;
  const profiled = (blocks: readonly PreparedBlock[], settled: (block: number) => boolean) =>
    blocks.map((block, at) => (settled(at) ? null : profileOf(block, weights)));
  const olds = profiled(texts.old, isSettled.old);
  const news = profiled(texts.new, isSettled.new);
  const index = indexFeatures(news, weights.length);
  const scores = new Float64Array(texts.new.length);
  const pairs: Candidate[] = [];
  let cut = 0;
  olds.forEach((profile, old) => {
    if (profile === null) return;
    const touched: number[] = [];
    for (const feature of profile.features) {
      const start = index.starts[feature] as number;
      const end = index.starts[feature + 1] as number;
      if (end - start > MAX_POSTINGS) continue;
      for (let at = start; at < end; at++) {
        const block = index.blocks[at] as number;
        if (scores[block] === 0) touched.push(block);
        scores[block] = (scores[block] as number) + (weights[feature] as number);
      }
    }
    const weightOf = (block: number): number => (news[block] as Profile).weight;
    const likely = touched
      .filter(
        (block) => (scores[block] as number) >= LEAST_RARE_SHARE * Math.min(profile.weight, weightOf(block)),
      )
      .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
    const left = likely[MAX_CANDIDATES];
    if (left !== undefined && (scores[left] as number) >= leastSimilarity * profile.weight) cut++;
    for (const block of touched) scores[block] = 0;
    for (const block of likely.slice(0, MAX_CANDIDATES))
      pairs.push({ old, new: block, similarity: similarity(profile, news[block] as Profile, weights) });
  });
  pairs.sort((a, b) => b.similarity - a.similarity || a.old - b.old || a.new - b.new);
  return { pairs, cut };
}
