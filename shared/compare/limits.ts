/** Bounds on work, each with what happens beyond it. A comparison says in `limits` which of them cut in. */

/** A word or bigram that stands in more blocks than this proposes no candidates; it still counts as similarity. */
export const MAX_POSTINGS = 40;

/** A candidate shares at least this part of the lighter block's weight in such words and bigrams. */
export const LEAST_RARE_SHARE = 0.06;

/** The candidates of a block that are measured in full, best first by the rare words they share. */
export const MAX_CANDIDATES = 24;

/** Texts with more blocks than this are linked by equal text and recorded lineage alone. */
export const MAX_BLOCKS = 50_000;

/**
 * Steps that the word differences of one stretch may take at worst (the product of both lengths). Longer
 * stretches are first cut at words that stand once on both sides; what is still longer shows as replaced whole.
 */
export const MAX_STRETCH_STEPS = 4_000_000;

/** The same for a whole comparison. */
export const MAX_TOTAL_STEPS = 400_000_000;
