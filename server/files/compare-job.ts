import type { ComparableBlock, Comparison } from '../../shared/compare/comparison.ts';

/** Two texts for the thread that compares. `id` comes back with the answer. */
export interface CompareJob {
  readonly id: number;
  readonly from: readonly ComparableBlock[];
  readonly to: readonly ComparableBlock[];
}

export type CompareAnswer =
  | { readonly id: number; readonly comparison: Comparison }
  | { readonly id: number; readonly bug: string };
