import { compareTexts, type Progress } from '../../../shared/compare/compare-texts.ts';
import type { ComparableBlock, Comparison } from '../../../shared/compare/comparison.ts';
import { type ChangedTerms, changedTerms } from '../../../shared/compare/terms.ts';

/** What the worker is asked: each request has a number, and answers bear it. */
export interface CompareRequest {
  readonly number: number;
  readonly what: 'comparison' | 'terms';
  readonly from: readonly ComparableBlock[];
  readonly to: readonly ComparableBlock[];
}

export type CompareReply =
  | { readonly number: number; readonly progress: Progress }
  | { readonly number: number; readonly comparison: Comparison }
  | { readonly number: number; readonly terms: ChangedTerms };

/** A long text takes seconds: it is compared here, beside the page, which stays quick. */
self.addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => {
  const { number, what, from, to } = data;
  const reply = (message: CompareReply): void => self.postMessage(message);
  if (what === 'terms') reply({ number, terms: changedTerms(from, to) });
  else {
    const comparison = compareTexts(from, to, { onProgress: (progress) => reply({ number, progress }) });
    reply({ number, comparison });
  }
});
