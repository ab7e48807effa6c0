import { useEffect, useRef, useState } from 'react';
import type { Comparison } from '../../../../shared/compare/comparison.ts';
import { buildHistory, type HistoryThread } from '../../../../shared/compare/history.ts';
import type { ComparedSide } from '../compared-side.ts';
import { useComparer } from '../use-comparison.ts';

/** All texts of a document threaded, with the comparison of each with the one before. */
export interface TextHistory {
  readonly texts: readonly ComparedSide[];
  /** `comparisons[k]` leads from `texts[k]` to `texts[k + 1]`. */
  readonly comparisons: readonly Comparison[];
  readonly threads: readonly HistoryThread[];
}

/** Compares each text with the one before it. Published pairs are compared once; only the live text's again. */
export function useHistory(texts: readonly ComparedSide[] | null): TextHistory | null {
  const comparer = useRef(useComparer());
  const done = useRef(new WeakMap<ComparedSide, Map<ComparedSide, Comparison>>());
  const [history, setHistory] = useState<TextHistory | null>(null);
  useEffect(() => {
    if (texts === null || texts.length === 0) return;
    let wanted = true;
    const run = async (): Promise<void> => {
      const comparisons: Comparison[] = [];
      for (const [k, to] of texts.slice(1).entries()) {
        const from = texts[k] as ComparedSide;
        const known = done.current.get(from) ?? new Map<ComparedSide, Comparison>();
        const comparison =
          known.get(to) ?? (await comparer.current().compare(from.paragraphs, to.paragraphs));
        if (!wanted) return;
        done.current.set(from, known.set(to, comparison));
        comparisons.push(comparison);
      }
      const threads = buildHistory(texts[0]?.paragraphs.length ?? 0, comparisons);
      setHistory({ texts, comparisons, threads });
    };
    void run();
    return () => {
      wanted = false;
    };
  }, [texts]);
  return history;
}
