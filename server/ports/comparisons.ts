import type { ComparableBlock, Comparison } from '../../shared/compare/comparison.ts';

/** Compares texts, beside whoever types. */
export interface Comparisons {
  compare(from: readonly ComparableBlock[], to: readonly ComparableBlock[]): Promise<Comparison>;
}
