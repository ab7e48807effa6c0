import { useEffect, useRef, useState } from 'react';
import type { Comparison } from '../../../shared/compare/comparison.ts';
import { type Comparer, startComparer } from '../../editor/changes/compare-in-worker.ts';
import type { ComparedSide } from './compared-side.ts';

/** A comparison with the two texts it is of: never shown against others. */
export interface ComparedTexts {
  readonly comparison: Comparison;
  readonly from: ComparedSide;
  readonly to: ComparedSide;
}

export interface ComparisonState {
  /** The newest one that is done. While a live text moves on, the last one stays. */
  readonly compared: ComparedTexts | null;
  /** 0 to 1 while one is being made, otherwise null. */
  readonly progress: number | null;
}

/** One worker while the component stands. */
export function useComparer(): () => Comparer {
  const comparer = useRef<Comparer | null>(null);
  useEffect(
    () => () => {
      comparer.current?.end();
      comparer.current = null;
    },
    [],
  );
  return () => {
    comparer.current ??= startComparer();
    return comparer.current;
  };
}

/** Compares in a worker whenever a side changes; answers to older questions are dropped. */
export function useComparison(from: ComparedSide | null, to: ComparedSide | null): ComparisonState {
  const comparer = useRef(useComparer());
  const [state, setState] = useState<ComparisonState>({ compared: null, progress: null });
  useEffect(() => {
    if (from === null || to === null) return;
    let wanted = true;
    const run = async (): Promise<void> => {
      const comparison = await comparer.current().compare(from.paragraphs, to.paragraphs, (progress) => {
        if (wanted) setState(({ compared }) => ({ compared, progress }));
      });
      if (wanted) setState({ compared: { comparison, from, to }, progress: null });
    };
    void run();
    return () => {
      wanted = false;
    };
  }, [from, to]);
  return state;
}
